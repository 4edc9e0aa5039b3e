/**
 * Colours after Okabe and Ito (Color Universal Design, 2008), which people with any colour vision can tell apart, set
 * for at least 3:1 against each theme's surface.
 */
export interface ChartColours {
  readonly series: readonly string[];
  /**
   * From first to last in an order, in even steps of lightness: after viridis (van der Walt and Smith, 2015), which stays
   * in order for any colour vision and in grey.
   */
  readonly steps: readonly string[];
  /** What is over, and what has not begun: present, but not what one looks at. */
  readonly finished: string;
  readonly waiting: string;
  readonly ink: string;
  readonly muted: string;
  readonly line: string;
  readonly surface: string;
}

export const palette: Readonly<Record<'light' | 'dark', ChartColours>> = {
  light: {
    series: ['#0072b2', '#c65200', '#007a5a', '#b0518b', '#8a6d00', '#2b7fb3', '#3d4650'],
    steps: ['#440154', '#414487', '#2a788e', '#22a884', '#7ad151', '#d8e219'],
    finished: '#b6bfc9',
    waiting: '#dde2e7',
    ink: '#14181d',
    muted: '#59636f',
    line: '#e2e5e9',
    surface: '#ffffff',
  },
  dark: {
    series: ['#56b4e9', '#e69f00', '#2bc79a', '#e39ac4', '#f0e442', '#8ec7ff', '#ccd3da'],
    steps: ['#5b3a8c', '#4a5fa5', '#2f8ba0', '#35b779', '#90d743', '#fde725'],
    finished: '#4a545f',
    waiting: '#2e363f',
    ink: '#eef1f4',
    muted: '#9ca7b3',
    line: '#2a3139',
    surface: '#15191e',
  },
};

/** Shapes as well as colours tell series apart. */
export const symbols = ['circle', 'triangle', 'rect', 'diamond', 'roundRect', 'pin', 'arrow'] as const;
