import { Anchor, type AnchorProps, Button, type ButtonProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { ComponentPropsWithRef } from 'react';
import { Icon } from './Icon';

type Native = ComponentPropsWithRef<'a'>;

// Mantine's `component={Link}` loses the router's types of params and search; these keep them.

function PlainAnchor(props: AnchorProps & Omit<Native, keyof AnchorProps>) {
  return <Anchor {...props} />;
}

function PlainButton(props: ButtonProps & Omit<Native, keyof ButtonProps>) {
  return <Button component="a" {...props} />;
}

/** Leads to where a page lies in the whole. */
function PlainBack({ children, ...props }: Native) {
  return (
    <PlainAnchor size="sm" display="inline-flex" {...props}>
      <Icon name="back" />
      {children}
    </PlainAnchor>
  );
}

export const AnchorLink = createLink(PlainAnchor);
export const BackLink = createLink(PlainBack);
export const ButtonLink = createLink(PlainButton);
