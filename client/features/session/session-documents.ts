import { graphql } from '../../gql/index.ts';

export const sessionGrantFragment = graphql(`
  fragment SessionGrant_payload on SessionPayload {
    viewer {
      id
    }
    accessToken
    accessTokenExpiresAt
    userErrors {
      code
      message
      field
    }
  }
`);

export const refreshSessionMutation = graphql(`
  mutation RefreshSession {
    refreshSession {
      ...SessionGrant_payload
    }
  }
`);

export const signInMutation = graphql(`
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) {
      ...SessionGrant_payload
    }
  }
`);

export const signUpMutation = graphql(`
  mutation SignUp($input: SignUpInput!) {
    signUp(input: $input) {
      ...SessionGrant_payload
    }
  }
`);

export const signOutMutation = graphql(`
  mutation SignOut($everywhere: Boolean) {
    signOut(everywhere: $everywhere) {
      ok
      userErrors {
        code
        message
        field
      }
    }
  }
`);
