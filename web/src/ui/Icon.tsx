const SHAPES = {
  people:
    'M12.5 8a3.5 3.5 0 1 1-7 0 3.5 3.5 0 0 1 7 0ZM2.5 20a6.5 6.5 0 0 1 13 0M16 4.800a3.5 3.5 0 0 1 0 6.400M18 14.200a6.5 6.5 0 0 1 3.5 5.8',
  import: 'M12 3v11m0 0 4-4m-4 4-4-4M4 15v3a3 3 0 0 0 3 3h10a3 3 0 0 0 3-3v-3',
  save: 'M12 4v11m0 0 4-4m-4 4-4-4M5 20h14',
  search: 'M17.5 11a6.5 6.5 0 1 1-13 0 6.5 6.5 0 0 1 13 0ZM20 20l-4.2-4.2',
  check: 'm5 12.5 4.5 4.500L19 7.5',
  dot: 'M14.5 12a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0Z',
  warning:
    'M12 9v4.500m0 3.200v.1M10.3 4.2 2.6 17.600a2 2 0 0 0 1.7 2.900h15.400a2 2 0 0 0 1.7-2.900L13.7 4.200a2 2 0 0 0-3.4 0Z',
  back: 'm14 6-6 6 6 6',
  choose: 'm8 10 4-4 4 4m0 4-4 4-4-4',
  leave: 'M10 4H6a2 2 0 0 0-2 2v12a2 2 0 0 0 2 2h4m5-4 4-4-4-4m4 4H9',
};

type Props = { name: keyof typeof SHAPES; size?: number };

/** Strokes in the text's colour. Always beside a text that says the same, so hidden from screen readers. */
export function Icon({ name, size = 18 }: Props) {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={SHAPES[name]} />
    </svg>
  );
}
