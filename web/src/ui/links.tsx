import { Anchor, type AnchorProps, Button, type ButtonProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { ComponentPropsWithRef } from 'react';

type Native = ComponentPropsWithRef<'a'>;

// Mantine's `component={Link}` loses the router's types of params and search; these keep them.

function PlainAnchor(props: AnchorProps & Omit<Native, keyof AnchorProps>) {
  return <Anchor {...props} />;
}

function PlainButton(props: ButtonProps & Omit<Native, keyof ButtonProps>) {
  return <Button component="a" {...props} />;
}

export const AnchorLink = createLink(PlainAnchor);
export const ButtonLink = createLink(PlainButton);
