/** The smallest thing to press on a page is no smaller than this. */
const STEP = 20;

/** From one edge to the other, both a little inside. */
function between(start: number, end: number): number[] {
  const places = [];
  for (let at = start + 1; at < end - 1; at += STEP) places.push(at);
  return [...places, end - 1];
}

/** Whether something to press lies under this. Asked of the few places it covers, since a log may hold thousands of buttons. */
export function coversControl(over: Element): boolean {
  const { left, right, top, bottom } = over.getBoundingClientRect();
  const isControl = (there: Element) => {
    const control = there.closest('button, a, summary');
    return control !== null && control !== over;
  };
  return between(left, right).some((x) =>
    between(top, bottom).some((y) => document.elementsFromPoint(x, y).some(isControl)),
  );
}
