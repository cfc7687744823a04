import { Typography } from '@strapi/design-system';

/** A number that a telephone can ring at a touch. */
export function TelephoneLink({ number }: { readonly number: string }) {
  return (
    <Typography
      tag="a"
      href={`tel:${number.replace(/\s/g, '')}`}
      textColor="primary600"
      style={{ whiteSpace: 'nowrap' }}
    >
      {number}
    </Typography>
  );
}
