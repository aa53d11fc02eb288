// Random names, amounts and orders, from a seed that is printed, so that a failure can be played again.
export class Chance {
  private state: number;

  constructor(readonly seed: number) {
    this.state = seed >>> 0;
  }

  static fresh(): Chance {
    return new Chance(Number(process.env.ACORDO_SEED ?? Date.now() % 1_000_000_007));
  }

  /// A number from 0 up to but not including `below` (mulberry32).
  below(below: number): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  }

  between(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }

  pick<T>(all: readonly T[]): T {
    return all[this.below(all.length)]!;
  }

  shuffled<T>(all: readonly T[]): T[] {
    const rest = [...all];
    const out: T[] = [];
    while (rest.length > 0) out.push(...rest.splice(this.below(rest.length), 1));
    return out;
  }

  /// A word that occurs nowhere else.
  word(): string {
    return Array.from({ length: 14 }, () => this.pick([...'abcdefghijklmnopqrstuvwxyz'])).join('');
  }

  person(): string {
    const first = this.pick([
      'Marina',
      'João',
      'Conceição',
      'Iara',
      'Tomás',
      'Lívia',
      'Antônio',
      'Rebeca',
      'Caetano',
      'Zélia',
    ]);
    const middle = this.pick(['', ' de', ' dos']);
    const last = this.pick([
      'Azevedo',
      'Brandão',
      'Cavalcanti',
      'Dantas',
      'Esteves',
      'Gusmão',
      'Nóbrega',
      'Queirós',
      'Tavares',
      'Vilaça',
    ]);
    return `${first}${middle} ${last} ${this.pick(['Prado', 'Reis', 'Salles', 'Torres'])}`;
  }

  company(): string {
    return `${this.pick(['Loja', 'Casa', 'Empório', 'Armazém'])} ${this.pick(['Aurora', 'Ipê', 'Marajó', 'Serrana', 'Horizonte'])} ${this.between(2, 99)}`;
  }

  cpf(): string {
    const digits = Array.from({ length: 9 }, () => this.below(10));
    if (digits.every((digit) => digit === digits[0])) return this.cpf();
    for (const count of [9, 10]) {
      const sum = digits.slice(0, count).reduce((all, digit, at) => all + digit * (count + 1 - at), 0);
      digits.push(((sum * 10) % 11) % 10);
    }
    return digits.join('').replace(/(\d{3})(\d{3})(\d{3})(\d{2})/, '$1.$2.$3-$4');
  }

  cnpj(): string {
    const digits = [...Array.from({ length: 8 }, () => this.below(10)), 0, 0, 0, 1];
    for (const count of [12, 13]) {
      const sum = digits
        .slice(0, count)
        .reverse()
        .reduce((all, digit, at) => all + digit * (2 + (at % 8)), 0);
      digits.push(sum % 11 < 2 ? 0 : 11 - (sum % 11));
    }
    return digits.join('').replace(/(\d{2})(\d{3})(\d{3})(\d{4})(\d{2})/, '$1.$2.$3/$4-$5');
  }
}

export const reais = (centavos: number): string =>
  (centavos / 100).toLocaleString('pt-BR', { minimumFractionDigits: 2 });
