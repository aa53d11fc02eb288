// What the development page knows of a component: the states worth looking at, each with the props that make it.
import type { Component, ComponentProps } from 'svelte';

export interface Example {
  /** Where the component is, below lib/components. */
  path: string;
  states: readonly State[];
}
export interface State {
  name: string;
  component: Component<Record<string, unknown>>;
  /** Called anew for each showing, so that one showing does not change the next. */
  props: () => Record<string, unknown>;
  /** Covers the page, so it waits for a press. */
  modal: boolean;
  /** How closely the page around it is set; both where it stands in both. */
  density: 'loose' | 'dense' | 'both';
  /** What must stand around it: a list around its item, a field around its control, a group around several. */
  inside: 'div' | 'ul' | 'field' | 'group';
}
type Options = Partial<Pick<State, 'modal' | 'density' | 'inside'>>;

/** `states`: for each name the props of one state. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- as ComponentProps has it
export function example<C extends Component<any, any>>(
  path: string,
  component: C,
  states: Record<string, () => ComponentProps<C>>,
  { modal = /(Sheet|Editor|Compare|Menu|Documents)$/.test(path), density = 'loose', inside = 'div' }: Options = {},
): Example {
  return {
    path,
    states: Object.entries(states).map(([name, props]) => ({
      name,
      component: component as unknown as State['component'],
      props,
      modal,
      density,
      inside,
    })),
  };
}
