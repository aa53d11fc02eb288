import { kept, keep } from '$lib/kept';

export type Theme = 'light' | 'dark';

/** The theme on screen. Until the reader chooses, it follows the device (static/theme.js). */
class ThemeChoice {
  current = $state<Theme>('light');

  constructor() {
    if (typeof document === 'undefined') return;
    const read = () => (this.current = document.documentElement.dataset['theme'] === 'dark' ? 'dark' : 'light');
    read();
    new MutationObserver(read).observe(document.documentElement, { attributeFilter: ['data-theme'] });
  }

  choose(theme: Theme): void {
    keep('acordo.theme', theme);
    document.documentElement.dataset['theme'] = theme;
    dispatchEvent(new Event('acordo:theme'));
  }

  get chosen(): Theme | null {
    const theme = kept('acordo.theme');
    return theme === 'light' || theme === 'dark' ? theme : null;
  }
}

export const theme = new ThemeChoice();
