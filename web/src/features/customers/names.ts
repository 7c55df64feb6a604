type Named = { first_name?: string; last_name?: string; email?: string };

/** One of both names is always there, though older imports may hold neither: then the address stands for them. */
export const nameOf = ({ first_name = '', last_name = '', email = '' }: Named) =>
  `${first_name} ${last_name}`.trim() || email;

export const initialsOf = ({ first_name = '', last_name = '', email = '' }: Named) =>
  `${first_name.charAt(0)}${last_name.charAt(0)}`.toUpperCase() || email.charAt(0).toUpperCase();
