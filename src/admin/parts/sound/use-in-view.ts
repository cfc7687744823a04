import { useEffect, useRef, useState, type RefObject } from 'react';

/** True from the moment something has come near the screen: what nobody scrolls to is not fetched. */
export function useInView<Element extends HTMLElement>(): {
  readonly ref: RefObject<Element>;
  readonly hasBeenSeen: boolean;
} {
  const ref = useRef<Element>(null);
  const [hasBeenSeen, setSeen] = useState(false);
  useEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        setSeen(true);
        observer.disconnect();
      },
      { rootMargin: '200px' },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { ref, hasBeenSeen };
}
