import { graphql } from '../../../gql/index.ts';

export const createActionMutation = graphql(`
  mutation CreateAction($input: CreateActionInput!) {
    createAction(input: $input) {
      action {
        id
        title
        state
        version
      }
      userErrors {
        code
        message
        field
      }
    }
  }
`);
