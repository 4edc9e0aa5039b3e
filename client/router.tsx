import { createBrowserRouter, type LazyRouteFunction, type RouteObject } from 'react-router';
import { Shell } from './features/shell/Shell.tsx';
import { StartUp } from './features/shell/StartUp.tsx';
import { ErrorPage } from './pages/ErrorPage.tsx';
import { NotFoundPage } from './pages/NotFoundPage.tsx';

type Lazy = LazyRouteFunction<RouteObject>;

const overview: Lazy = async () => ({ Component: (await import('./pages/OverviewPage.tsx')).OverviewPage });
const investigate: Lazy = async () => ({ Component: (await import('./pages/InvestigatePage.tsx')).InvestigatePage });
const stage: Lazy = async () => ({ Component: (await import('./pages/StagePage.tsx')).StagePage });
const flow: Lazy = async () => ({ Component: (await import('./pages/FlowPage.tsx')).FlowPage });
const money: Lazy = async () => ({ Component: (await import('./pages/MoneyPage.tsx')).MoneyPage });
const actions: Lazy = async () => ({ Component: (await import('./pages/ActionsPage.tsx')).ActionsPage });
const action: Lazy = async () => ({ Component: (await import('./pages/ActionPage.tsx')).ActionPage });
const issues: Lazy = async () => ({ Component: (await import('./pages/IssuesPage.tsx')).IssuesPage });
const issue: Lazy = async () => ({ Component: (await import('./pages/IssuePage.tsx')).IssuePage });
const settings: Lazy = async () => ({ Component: (await import('./pages/SettingsPage.tsx')).SettingsPage });
const playground: Lazy = async () => ({ Component: (await import('./pages/PlaygroundPage.tsx')).PlaygroundPage });
const callback: Lazy = async () => ({ Component: (await import('./pages/JiraCallbackPage.tsx')).JiraCallbackPage });
const signIn: Lazy = async () => ({ Component: (await import('./pages/SignInPage.tsx')).SignInPage });
const signUp: Lazy = async () => ({ Component: (await import('./pages/SignUpPage.tsx')).SignUpPage });

/** Every page is a chunk of its own, loaded before the address changes. */
export function createAppRouter() {
  return createBrowserRouter([
    {
      ErrorBoundary: ErrorPage,
      HydrateFallback: StartUp,
      children: [
        { path: '/sign-in', lazy: signIn },
        { path: '/sign-up', lazy: signUp },
        {
          Component: Shell,
          children: [
            {
              ErrorBoundary: ErrorPage,
              children: [
                { index: true, lazy: overview },
                { path: 'investigate', lazy: investigate },
                { path: 'investigate/stages/:id', lazy: stage },
                { path: 'flow', lazy: flow },
                { path: 'money', lazy: money },
                { path: 'actions', lazy: actions },
                { path: 'actions/:id', lazy: action },
                { path: 'issues', lazy: issues },
                { path: 'issues/:key', lazy: issue },
                { path: 'settings', lazy: settings },
                { path: 'playground', lazy: playground },
                { path: 'connect/jira/callback', lazy: callback },
                { path: '*', Component: NotFoundPage },
              ],
            },
          ],
        },
      ],
    },
  ]);
}
