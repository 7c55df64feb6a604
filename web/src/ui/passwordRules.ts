const CLASSES = [/\p{Lu}/u, /\p{Ll}/u, /\p{Nd}/u, /[^\p{Lu}\p{Ll}\p{Nd}]/u];

/**
 * The part of the password rule (PPL-6) that can be shown while typing. The server alone decides: it
 * also knows common passwords, the person's names, and what the team asks for.
 */
export function passwordRules(password: string): { length: boolean; classes: boolean } {
  const length = [...password].length;
  const classes = CLASSES.filter((pattern) => pattern.test(password)).length;
  return { length: length >= 8 && length <= 128, classes: classes >= 3 || length >= 15 };
}
