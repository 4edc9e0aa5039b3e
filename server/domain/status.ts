export const statusCategories = ['TO_DO', 'IN_PROGRESS', 'DONE', 'UNKNOWN'] as const;
/** Jira's four status categories: new, indeterminate, done, undefined. */
export type StatusCategory = (typeof statusCategories)[number];

/** A workflow status. One that only changelogs still name has `deleted: true` and category UNKNOWN. */
export interface Status {
  readonly id: string;
  readonly name: string;
  readonly category: StatusCategory;
  readonly deleted: boolean;
}
