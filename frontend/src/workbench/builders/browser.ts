// What a browser has and jsdom has not: dialogs that open, and measures that never change.
/** Gives what is missing; does nothing in a browser. */
export function prepare(): void {
  const dialog = HTMLDialogElement.prototype;
  dialog.showModal ??= function (this: HTMLDialogElement) {
    this.open = true;
  };
  dialog.close ??= function (this: HTMLDialogElement) {
    this.open = false;
  };
  if (navigator.userAgent.includes('jsdom')) window.scrollTo = () => undefined;
  Element.prototype.scrollTo ??= () => undefined;
  Element.prototype.scrollIntoView ??= () => undefined;
  document.elementsFromPoint ??= () => [];
  globalThis.matchMedia ??= (media) =>
    Object.assign(new EventTarget(), { matches: /min-width/.test(media), media, onchange: null }) as MediaQueryList;
  const never = class {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  };
  globalThis.ResizeObserver ??= never;
  globalThis.IntersectionObserver ??= never as unknown as typeof IntersectionObserver;
}
