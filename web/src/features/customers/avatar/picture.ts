import { useEffect, useState } from 'react';
import type { Crop } from '@/api/types';

/** A square in the pixels of the picture as it is seen. */
export type Square = Crop;

/** A percentage of the shown picture, in pixels of the whole one, and never beyond its edge. */
export function squareOf(
  part: { x: number; y: number; width: number },
  natural: { width: number; height: number },
): Square {
  const size = Math.min(Math.round((part.width / 100) * natural.width), natural.width, natural.height);
  const within = (percent: number, whole: number) =>
    Math.max(0, Math.min(Math.round((percent / 100) * whole), whole - size));
  return { x: within(part.x, natural.width), y: within(part.y, natural.height), size: Math.max(1, size) };
}

type Picture = { of: File | null; source?: string; broken: boolean };

/** The file as an address for `<img>`; a "data:" one, since the security policy allows no "blob:". */
export function usePicture(file: File | null) {
  const [picture, setPicture] = useState<Picture>({ of: null, broken: false });
  useEffect(() => {
    if (!file) return;
    const reader = new FileReader();
    reader.onload = () => setPicture({ of: file, source: String(reader.result), broken: false });
    reader.onerror = () => setPicture({ of: file, broken: true });
    reader.readAsDataURL(file);
    return () => reader.abort();
  }, [file]);
  const current = picture.of === file ? picture : { broken: false, source: undefined };
  return { ...current, refuse: () => setPicture({ of: file, broken: true }) };
}
