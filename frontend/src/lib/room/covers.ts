/** The smallest thing to press on a page is no smaller than this. */
const STEP = 20;

/** Whether something to press lies under this. Asked of the few places it covers, since a log may hold thousands of buttons. */
export function coversControl(over: Element): boolean {
  const { left, right, top, bottom } = over.getBoundingClientRect();
  for (let x = left; x <= right; x += STEP)
    for (let y = top; y <= bottom; y += STEP)
      for (const there of document.elementsFromPoint(x, y)) {
        const control = there.closest('button, a, summary');
        if (control && control !== over) return true;
      }
  return false;
}
