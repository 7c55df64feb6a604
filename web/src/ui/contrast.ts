/** As the server has it: white text on a colour can be read from here on (WCAG 2.2, 1.4.3). */
export const LEAST = 4.5;

const PATTERN = /^#[0-9a-f]{6}$/i;

function parts(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}

/** The contrast of white to a colour, from 1 to 21; undefined when it is no colour. */
export function contrastToWhite(colour: string): number | undefined {
  if (!PATTERN.test(colour)) return undefined;
  const [red = 0, green = 0, blue = 0] = parts(colour).map((part) => {
    const value = part / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}

/** The same colour, as much darker as it takes. */
export function readable(colour: string): string {
  for (let percent = 100; percent > 0; percent -= 1) {
    const darker = `#${parts(colour)
      .map((part) =>
        Math.round((part * percent) / 100)
          .toString(16)
          .padStart(2, '0'),
      )
      .join('')}`;
    if ((contrastToWhite(darker) ?? 0) >= LEAST) return darker;
  }
  return '#000000';
}
