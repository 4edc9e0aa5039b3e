import { graphql } from '../../gql/index.ts';

/** What the frame around every page has to know. */
export const shellQuery = graphql(`
  query Shell {
    viewer {
      id
      settings {
        locale
        timeZone
      }
      ...AccountMenu_viewer
      jiraConnection {
        id
        status
        ...SyncPulse_connection
        ...SyncBadge_connection
        ...ReconnectBanner_connection
      }
    }
  }
`);
