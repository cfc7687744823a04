/** Strapi's set has a triangle to play and nothing to pause. */
export function PauseIcon() {
  return (
    <svg viewBox="0 0 32 32" width="16" height="16" fill="currentColor" aria-hidden="true">
      <rect x="6" y="4" width="7" height="24" rx="1.5" />
      <rect x="19" y="4" width="7" height="24" rx="1.5" />
    </svg>
  );
}
