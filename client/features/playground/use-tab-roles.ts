import { type RefObject, useEffect } from 'react';

/** Moves the role of each of GraphiQL's tabs from the list item to the button in it, which is what takes the focus. */
function mendTabs(container: HTMLElement): void {
  for (const item of container.querySelectorAll('.graphiql-tab')) {
    const button = item.querySelector('.graphiql-tab-button');
    if (!button) continue;
    item.setAttribute('role', 'presentation');
    item.removeAttribute('aria-selected');
    button.setAttribute('role', 'tab');
    button.setAttribute('aria-selected', String(item.classList.contains('graphiql-tab-active')));
  }
}

/** GraphiQL 5 nests a button in an element with the role of a tab, where screen readers cannot reach it. */
export function useTabRoles(container: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const place = container.current;
    if (!place) return;
    const observer = new MutationObserver(watch);
    function watch() {
      // Its own changes must not wake it again.
      observer.disconnect();
      if (!place) return;
      mendTabs(place);
      observer.observe(place, { subtree: true, childList: true, attributeFilter: ['aria-selected', 'class'] });
    }
    watch();
    return () => observer.disconnect();
  }, [container]);
}
