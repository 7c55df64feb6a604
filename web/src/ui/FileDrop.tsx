import { Button, FileButton } from '@mantine/core';
import { type DragEvent, type ReactNode, useState } from 'react';
import classes from './FileDrop.module.css';
import { Icon } from './Icon';

type Props = {
  title: string;
  button: string;
  accept: string;
  /** All that were dropped: the page decides what it says to more than one. */
  onFiles: (files: File[]) => void;
  extra?: ReactNode;
};

export function FileDrop({ title, button, accept, onFiles, extra }: Props) {
  const [over, setOver] = useState(false);
  function onDrop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    const files = [...event.dataTransfer.files];
    if (files.length > 0) onFiles(files);
  }
  function onDragOver(event: DragEvent) {
    event.preventDefault();
    setOver(true);
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra; the button does the same by keyboard
    <div
      className={classes.drop}
      data-over={over || undefined}
      onDragOver={onDragOver}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <span className={classes.icon}>
        <Icon name="import" size={32} />
      </span>
      <div className={classes.title}>{title}</div>
      <div className={classes.row}>
        <FileButton accept={accept} onChange={(file) => file && onFiles([file])}>
          {(props) => <Button {...props}>{button}</Button>}
        </FileButton>
        {extra}
      </div>
    </div>
  );
}
