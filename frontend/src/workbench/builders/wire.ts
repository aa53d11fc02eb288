import type { ClientFrame, ServerFrame, Wire } from '$lib/live/frames';
import type { Kept, Queue } from '$lib/live/queue';

/** A socket whose server is the test. */
export class FakeWire implements Wire {
  readyState = 0;
  sent: ClientFrame[] = [];
  closed: number | undefined;
  onopen: Wire['onopen'] = null;
  onmessage: Wire['onmessage'] = null;
  onclose: Wire['onclose'] = null;
  onerror: Wire['onerror'] = null;
  send(text: string) {
    this.sent.push(JSON.parse(text) as ClientFrame);
  }
  close(code?: number) {
    this.readyState = 3;
    this.closed = code ?? 1000;
  }
  accept() {
    this.readyState = 1;
    this.onopen?.({});
  }
  say(frame: ServerFrame) {
    this.onmessage?.({ data: JSON.stringify(frame) });
  }
  drop(code = 1006) {
    this.readyState = 3;
    this.onclose?.({ code });
  }
  frames<T extends ClientFrame['t']>(t: T) {
    return this.sent.filter((frame): frame is Extract<ClientFrame, { t: T }> => frame.t === t);
  }
}

/** The queue of a device without a database. */
export class MemoryQueue implements Queue {
  kept = new Map<string, Kept>();
  async all(caseId: string, user: string) {
    return [...this.kept.values()].filter((one) => one.caseId === caseId && one.user === user);
  }
  async put(one: Kept) {
    this.kept.set(one.id, one);
  }
  async claim(id: string) {
    const one = this.kept.get(id);
    if (one && !one.takenBack) this.kept.set(id, { ...one, tried: true });
    return one !== undefined && !one.takenBack;
  }
  async arrived(id: string, file: string, evidence: string) {
    const one = this.kept.get(id);
    const files = one?.files?.map((going) => (going.id === file ? { ...going, evidence } : going));
    if (one && files) this.kept.set(id, { ...one, files });
  }
  async takeBack(id: string) {
    const one = this.kept.get(id);
    if (one?.tried) this.kept.set(id, { ...one, takenBack: true });
    else this.kept.delete(id);
    return one !== undefined && !one.tried;
  }
  async remove(id: string) {
    this.kept.delete(id);
  }
  async clear(caseId: string) {
    for (const [id, one] of this.kept) if (one.caseId === caseId) this.kept.delete(id);
  }
}
