import classes from './Logo.module.css';

/** Our mark alone. */
export function Mark() {
  return (
    <svg viewBox="0 0 32 32" width="26" height="26" aria-hidden="true" className={classes.mark}>
      <rect width="32" height="32" rx="8" fill="#0b6f88" />
      <path
        d="M9 7h6.5a9 9 0 0 1 0 18H9Z"
        fill="none"
        stroke="#fff"
        strokeWidth="3.2"
        strokeLinejoin="round"
      />
      <circle cx="15.5" cy="16" r="3" fill="#ffc94d" />
    </svg>
  );
}

export function Logo() {
  return (
    <span className={classes.logo}>
      <Mark />
      Deskhand
    </span>
  );
}
