/** The rising sun of Yeelen ("light"), drawn here so that no file has to be fetched. */
const SUN = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" rx="14" fill="#1b1f4b"/><path d="M16 44a16 16 0 0 1 32 0z" fill="#e8930c"/><path d="M32 13v8M14 22l5.5 5.5M50 22l-5.5 5.5M9 50h46" stroke="#e8930c" stroke-width="4" stroke-linecap="round" fill="none"/></svg>`;

export const LOGO = `data:image/svg+xml,${encodeURIComponent(SUN)}`;
