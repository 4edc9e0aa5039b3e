import { graphql } from '../../../gql/index.ts';

export const listFragment = graphql(`
  fragment BoardList_actions on ActionConnection {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      title
      version
      state
      nextStates
      due
      ...ActionCard_action
    }
  }
`);

/** A list for each column; of what is dismissed only how many there are, until it is unfolded. */
export const boardFragment = graphql(`
  fragment Board_viewer on Viewer {
    settings {
      costModel {
        currency
      }
    }
    jiraConnection {
      id
      proposed: actions(first: 50, filter: { states: [PROPOSED] }) {
        ...BoardList_actions
      }
      accepted: actions(first: 50, filter: { states: [ACCEPTED] }) {
        ...BoardList_actions
      }
      inProgress: actions(first: 50, filter: { states: [IN_PROGRESS] }) {
        ...BoardList_actions
      }
      done: actions(first: 50, filter: { states: [DONE] }) {
        ...BoardList_actions
      }
      reviewed: actions(first: 50, filter: { states: [REVIEWED] }) {
        ...BoardList_actions
      }
      dismissedCount: actions(first: 1, filter: { states: [DISMISSED] }) {
        totalCount
      }
      dismissed: actions(first: 50, filter: { states: [DISMISSED] }) @include(if: $asksDismissed) {
        ...BoardList_actions
      }
    }
  }
`);
