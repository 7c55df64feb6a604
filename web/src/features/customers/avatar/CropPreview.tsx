import { useEffect, useRef } from 'react';
import classes from './Cropper.module.css';
import type { Square } from './picture';

type Props = { image: HTMLImageElement | null; square: Square; size: number };

export function CropPreview({ image, square, size }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context || !image) return;
    context.clearRect(0, 0, size, size);
    context.imageSmoothingQuality = 'high';
    context.drawImage(image, square.x, square.y, square.size, square.size, 0, 0, size, size);
  }, [image, square, size]);
  return (
    <span aria-hidden="true">
      <canvas ref={canvas} className={classes.preview} width={size} height={size} />
    </span>
  );
}
