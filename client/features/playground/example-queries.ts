export interface ExampleQuery {
  readonly query: string;
  readonly variables?: string;
}

/** The first tabs of the playground: what a newcomer would ask first. */
export const exampleQueries: readonly ExampleQuery[] = [
  {
    query: `# Who am I, and which Jira is connected?
query WhoAmI {
  viewer {
    name
    email
    jiraConnection {
      status
      site {
        name
        url
      }
      syncStatus {
        state
        issueCount
        lastSuccessAt
      }
    }
  }
}
`,
  },
  {
    query: `# Where does work wait, and why can the answer be trusted?
query WhereWorkWaits($window: WindowInput) {
  viewer {
    jiraConnection {
      investigation(window: $window, clock: WORKING) {
        bottlenecks(limit: 3) {
          sentence
          basis {
            n
            asOf
            definition
            quality {
              grade
            }
          }
          bottlenecks {
            stage {
              name
            }
            state
            shareOfLeadTime
            occupancy
            stay {
              p50 {
                days
              }
              p85 {
                days
              }
            }
          }
        }
      }
    }
  }
}
`,
    variables: '{\n  "window": { "days": 90 }\n}',
  },
  {
    query: `# How long does finished work take?
query CycleTimes {
  viewer {
    jiraConnection {
      analytics(window: { days: 90 }, clock: WORKING) {
        cycleTimes(measure: CYCLE) {
          percentiles {
            n
            p50 {
              days
            }
            p85 {
              days
            }
          }
          byType {
            name
            n
            share
          }
        }
      }
    }
  }
}
`,
  },
  {
    query: `# The open issues that have been going on longest, with their way so far.
query OldestOpenIssues {
  viewer {
    jiraConnection {
      issues(first: 5, filter: { done: false }, orderBy: { field: AGE, direction: DESC }) {
        totalCount
        nodes {
          key
          summary
          age {
            days
          }
          timeline {
            statusNameThen
            kind
            duration {
              days
            }
          }
        }
      }
    }
  }
}
`,
  },
  {
    query: `# What to change first, and what speaks for it.
query WhatToDoNext {
  viewer {
    jiraConnection {
      recommendations(limit: 3) {
        id
        title
        advice
        evidence {
          text
          value
          issues(first: 3) {
            nodes {
              key
            }
          }
        }
        worth {
          base {
            amount
            currency
          }
          method
        }
      }
    }
  }
}
`,
  },
  {
    query: `# Every change of a sync as it happens. Start one from Settings, or with the mutation startSync.
subscription SyncProgress {
  syncProgress {
    state
    phase
    issuesDone
    issuesTotal
    etaSeconds
  }
}
`,
  },
];
