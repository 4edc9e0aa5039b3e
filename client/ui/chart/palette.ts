/**
 * Colours after Okabe and Ito (Color Universal Design, 2008), which people with any colour vision can tell apart, set
 * for at least 3:1 against each theme's surface.
 */
export interface ChartColours {
  readonly series: readonly string[];
  readonly ink: string;
  readonly muted: string;
  readonly line: string;
  readonly surface: string;
}

export const palette: Readonly<Record<'light' | 'dark', ChartColours>> = {
  light: {
    series: ['#0072b2', '#c65200', '#007a5a', '#b0518b', '#8a6d00', '#2b7fb3', '#3d4650'],
    ink: '#14181d',
    muted: '#59636f',
    line: '#e2e5e9',
    surface: '#ffffff',
  },
  dark: {
    series: ['#56b4e9', '#e69f00', '#2bc79a', '#e39ac4', '#f0e442', '#8ec7ff', '#ccd3da'],
    ink: '#eef1f4',
    muted: '#9ca7b3',
    line: '#2a3139',
    surface: '#15191e',
  },
};

/** Shapes as well as colours tell series apart. */
export const symbols = ['circle', 'triangle', 'rect', 'diamond', 'roundRect', 'pin', 'arrow'] as const;
