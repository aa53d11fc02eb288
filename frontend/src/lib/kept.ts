/** Small things kept on this device. A browser that refuses storage loses only the convenience. */
export function kept(key: string, tab = false): string | null {
  try {
    return (tab ? sessionStorage : localStorage).getItem(key);
  } catch {
    return null;
  }
}

/** `tab`: for this window alone. */
export function keep(key: string, value: string | null, tab = false): void {
  try {
    const storage = tab ? sessionStorage : localStorage;
    if (value === null || (value === '' && !tab)) storage.removeItem(key);
    else storage.setItem(key, value);
  } catch {
    // Private windows may refuse; nothing depends on it.
  }
}

export function keptKeys(prefix: string, tab = false): string[] {
  try {
    return Object.keys(tab ? sessionStorage : localStorage).filter((key) => key.startsWith(prefix));
  } catch {
    return [];
  }
}
