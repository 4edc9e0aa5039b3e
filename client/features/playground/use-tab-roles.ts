import { type RefObject, useEffect } from 'react';

/** Makes GraphiQL's tabs what they behave like: a toolbar of buttons, one of which is pressed. */
function mendTabs(container: HTMLElement): void {
  container.querySelector('.graphiql-tabs')?.setAttribute('role', 'toolbar');
  for (const item of container.querySelectorAll('.graphiql-tab')) {
    item.setAttribute('role', 'presentation');
    item.removeAttribute('aria-selected');
    const pressed = item.classList.contains('graphiql-tab-active');
    item.querySelector('.graphiql-tab-button')?.setAttribute('aria-pressed', String(pressed));
  }
}

/** GraphiQL 5 nests buttons in elements with the role of a tab, where screen readers cannot reach them. */
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
