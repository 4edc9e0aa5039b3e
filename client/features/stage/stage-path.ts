/** Where a stage has its page. */
export const stagePath = (id: string): string => `/investigate/stages/${encodeURIComponent(id)}`;
