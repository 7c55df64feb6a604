const SHAPES = {
  people:
    'M12.5 8a3.5 3.5 0 1 1-7 0 3.5 3.5 0 0 1 7 0ZM2.5 20a6.5 6.5 0 0 1 13 0M16 4.800a3.5 3.5 0 0 1 0 6.400M18 14.200a6.5 6.5 0 0 1 3.5 5.8',
  team: 'M15.5 10a3.5 3.5 0 1 1-7 0 3.5 3.5 0 0 1 7 0ZM6 20a6 6 0 0 1 12 0M5.500 6.500a2.500 2.500 0 0 0 0 5M2 17.500a4.500 4.500 0 0 1 2-3.500M18.500 6.500a2.500 2.500 0 0 1 0 5M22 17.500a4.500 4.500 0 0 0-2-3.500',
  board: 'M4 4h6v16H4zM14 4h6v10h-6zM6.500 8h1M6.500 12h1M16.500 8h1',
  toggle:
    'M8 6h8a4 4 0 0 1 0 8H8a4 4 0 0 1 0-8ZM17.500 10a1.500 1.500 0 1 1-3 0 1.500 1.500 0 0 1 3 0ZM4 18.500h16',
  lock: 'M6 11h12v9H6zM8.500 11V8a3.500 3.500 0 0 1 7 0v3',
  move: 'M5 12h13m0 0-5-5m5 5-5 5',
  seat: 'M7 4v8a2 2 0 0 0 2 2h6a2 2 0 0 1 2 2v4M7 12h8M7 20v-6M11 4H7',
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
  home: 'M3 10.500 12 3l9 7.500V20a1 1 0 0 1-1 1h-5v-7H9v7H4a1 1 0 0 1-1-1v-9.500Z',
  company:
    'M5 21V5a2 2 0 0 1 2-2h6a2 2 0 0 1 2 2v16M15 9h3a2 2 0 0 1 2 2v10M3 21h18M8.500 7.500h3M8.500 11.500h3M8.500 15.500h3',
  layers: 'm12 3-9 5 9 5 9-5-9-5ZM3 16l9 5 9-5M3 12l9 5 9-5',
  export: 'M12 15V4m0 0 4 4m-4-4L8 8M4 15v3a3 3 0 0 0 3 3h10a3 3 0 0 0 3-3v-3',
  deny: 'M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0ZM5.700 5.700l12.600 12.600',
  log: 'M9 6h11M9 12h11M9 18h11M4 6h.01M4 12h.01M4 18h.01',
  key: 'M20.500 3.500 11 13m0 0a4.700 4.700 0 1 1-6.600 6.600A4.700 4.700 0 0 1 11 13Zm4.500-4.500 3 3 3.200-3.200-3-3',
  book: 'M4 19.500A2.500 2.500 0 0 1 6.500 17H20M6.500 3H20v18H6.500A2.500 2.500 0 0 1 4 18.500v-13A2.500 2.500 0 0 1 6.500 3Z',
  menu: 'M4 6.500h16M4 12h16M4 17.500h16',
  close: 'm6 6 12 12M18 6 6 18',
  plus: 'M12 5v14M5 12h14',
  trash: 'M4 7h16M9 7V4h6v3M6 7l1 13a1 1 0 0 0 1 1h8a1 1 0 0 0 1-1l1-13M10 11v6M14 11v6',
  edit: 'M4 20h4L19 9l-4-4L4 16v4ZM13 7l4 4',
  copy: 'M9 9h11v11H9zM5.500 15H4V4h11v1.500',
  activity: 'M3 12h4l3 8 4-16 3 8h4',
  person: 'M20 21a8 8 0 0 0-16 0M16 7a4 4 0 1 1-8 0 4 4 0 0 1 8 0Z',
  mail: 'M3 6h18v12H3zM3 7l9 6.500L21 7',
  message: 'M4 5h16v11H9l-5 4V5ZM8.500 10.500h.01M12 10.500h.01M15.500 10.500h.01',
  phone:
    'M5 4h4l1.500 5-2.500 1.500a11 11 0 0 0 5.500 5.500L15 13.500l5 1.500v4a1.500 1.500 0 0 1-1.500 1.500A15 15 0 0 1 3.500 5.500 1.500 1.500 0 0 1 5 4Z',
  send: 'M21 3 10 14M21 3l-7 18-4-7-7-4 18-7Z',
  device: 'M3 5h18v11H3zM8 20h8M12 16v4',
  contact:
    'M5 3h14v18H5zM14.500 9.500a2.500 2.500 0 1 1-5 0 2.500 2.500 0 0 1 5 0ZM8 17a4 4 0 0 1 8 0M2.500 8H5M2.500 16H5',
  settings:
    'M4 7h9M17 7h3M4 17h3M11 17h9M17 7a2 2 0 1 1-4 0 2 2 0 0 1 4 0ZM11 17a2 2 0 1 1-4 0 2 2 0 0 1 4 0Z',
  undo: 'M4 8h10a6 6 0 0 1 0 12H8M4 8l4-4M4 8l4 4',
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
