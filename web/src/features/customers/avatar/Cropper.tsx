import 'react-image-crop/dist/ReactCrop.css';
import { Text } from '@mantine/core';
import { type SyntheticEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import ReactCrop, { centerCrop, makeAspectCrop, type PercentCrop } from 'react-image-crop';
import { CropPreview } from './CropPreview';
import classes from './Cropper.module.css';
import { type Square, squareOf } from './picture';

type Props = { source: string; onChange: (square: Square) => void; onBroken: () => void };

/** A square on the picture, drawn by mouse or finger and moved by arrow keys, with what will be seen beside it. */
export function Cropper({ source, onChange, onBroken }: Props) {
  const { t } = useTranslation();
  const image = useRef<HTMLImageElement>(null);
  const [part, setPart] = useState<PercentCrop>();
  const [square, setSquare] = useState<Square>();

  function choose(chosen: PercentCrop, of: HTMLImageElement | null) {
    // A click beside the square would leave none.
    if (!of || chosen.width === 0) return;
    const natural = squareOf(chosen, { width: of.naturalWidth, height: of.naturalHeight });
    setPart(chosen);
    setSquare(natural);
    onChange(natural);
  }

  function begin({ currentTarget: of }: SyntheticEvent<HTMLImageElement>) {
    const { width, height } = of;
    const largest = makeAspectCrop(
      { unit: '%', width: (Math.min(width, height) / width) * 100 },
      1,
      width,
      height,
    );
    choose(centerCrop(largest, width, height), of);
  }

  const handle = t('avatar.handle');
  return (
    <div className={classes.cropper}>
      <div className={classes.picture}>
        <ReactCrop
          crop={part}
          aspect={1}
          minWidth={24}
          keepSelection
          ruleOfThirds
          onChange={(_, percent) => choose(percent, image.current)}
          ariaLabels={{
            cropArea: t('avatar.area'),
            nwDragHandle: handle,
            nDragHandle: handle,
            neDragHandle: handle,
            eDragHandle: handle,
            seDragHandle: handle,
            sDragHandle: handle,
            swDragHandle: handle,
            wDragHandle: handle,
          }}
        >
          <img
            key={source}
            ref={image}
            src={source}
            alt={t('avatar.chosen')}
            onLoad={begin}
            onError={onBroken}
          />
        </ReactCrop>
      </div>
      <div className={classes.previews}>
        {square && (
          <>
            <CropPreview image={image.current} square={square} size={122} />
            <CropPreview image={image.current} square={square} size={61} />
          </>
        )}
        <Text size="sm" c="dimmed">
          {t('avatar.keys')}
        </Text>
      </div>
    </div>
  );
}
