// The people of the story, entered by the command line, each with a browser of their own.
import type { Browser } from '@playwright/test';
import type { Canary } from '../support/canary.ts';
import { Chance } from '../support/chance.ts';
import { DESK, Person, PHONE } from '../support/person.ts';
import { Room, type Term } from '../support/room.ts';
import { Acordo } from '../support/server.ts';

export const FIRST = (name: string): string => name.split(' ')[0]!;

export class Story {
  caseId = '';
  reference = '';
  readonly canaries: Canary[] = [];
  /// The terms proposed last, which are agreed in the end.
  terms: Term[] = [];
  room!: { consumer: Room; company: Room; mediator: Room };

  private constructor(
    readonly chance: Chance,
    readonly acordo: Acordo,
    readonly company: string,
    readonly product: string,
    readonly consumer: Person,
    readonly rep: Person,
    readonly mediator: Person,
    /// A rep of another company, to whom nothing of this case may be shown.
    readonly stranger: Person,
    readonly passwords: ReadonlyMap<Person, string>,
    /// The company's identifier, as in its record.
    readonly companyNumber: string,
  ) {}

  static async begin(browser: Browser, database: 'sqlite' | 'postgres'): Promise<Story> {
    const chance = Chance.fresh();
    console.log(`story on ${database}, ACORDO_SEED=${chance.seed}`);
    const acordo = await Acordo.start(database);
    const company = chance.company();
    const other = `${company} Vizinha`;
    await acordo.command('organisation', 'add', '--name', 'Centro de Mediação', '--kind', 'operator');
    await acordo.command('organisation', 'add', '--name', company, '--kind', 'company', '--trade', 'retail');
    await acordo.command('organisation', 'add', '--name', other, '--kind', 'company', '--trade', 'travel');
    const names = new Set<string>();
    while (new Set([...names].map(FIRST)).size < 4) names.add(chance.person());
    const [consumerName, repName, mediatorName, strangerName] = [
      ...new Map([...names].map((name) => [FIRST(name), name])).values(),
    ] as [string, string, string, string];
    const staff: [string, string, string, string][] = [
      [repName, company, 'rep', 'rep@example.org'],
      [mediatorName, 'Centro de Mediação', 'mediator', 'mediator@example.org'],
      [strangerName, other, 'rep', 'stranger@example.org'],
    ];
    const words = staff.map(() => `${chance.word()}-${chance.word()}`);
    for (const [at, [name, organisation, role, email]] of staff.entries()) {
      await acordo.command(
        'user',
        'add',
        '--email',
        email,
        '--name',
        name,
        '--organisation',
        organisation,
        '--role',
        role,
      );
      await acordo.commandWithInput(words[at]!, 'user', 'password', '--email', email);
    }
    const companyNumber = chance.cnpj();
    await acordo.command(
      'organisation',
      'identity',
      '--organisation',
      company,
      '--name',
      `${company} Ltda.`,
      '--identifier',
      companyNumber,
      '--address',
      'Rua das Flores, 1, São Paulo',
    );
    await acordo.command(
      'organisation',
      'power',
      '--organisation',
      company,
      '--email',
      'rep@example.org',
      '--document',
      'Procuração pública',
    );
    await acordo.serve();
    const arrive = (role: string, name: string, email: string, screen = DESK) =>
      Person.arrive(browser, acordo, { role, name, email, screen });
    const consumer = await arrive('consumer', consumerName, 'consumer@example.net', PHONE);
    const rep = await arrive('company', repName, 'rep@example.org');
    const mediator = await arrive('mediator', mediatorName, 'mediator@example.org');
    const stranger = await arrive('stranger', strangerName, 'stranger@example.org');
    const passwords = new Map([rep, mediator, stranger].map((person, at) => [person, words[at]!]));
    const product = chance.pick(['Geladeira', 'Máquina de lavar', 'Fogão', 'Televisor']);
    return new Story(chance, acordo, company, product, consumer, rep, mediator, stranger, passwords, companyNumber);
  }

  get everybody(): Person[] {
    return [this.consumer, this.rep, this.mediator, this.stranger];
  }

  /// Rooms need the first names by which the page calls people.
  enterCase(caseId: string): void {
    this.caseId = caseId;
    const others = { consumer: FIRST(this.consumer.name), company: this.company };
    this.room = {
      consumer: new Room(this.consumer, caseId),
      company: new Room(this.rep, caseId),
      mediator: new Room(this.mediator, caseId, others),
    };
  }

  /// A word that only these readers may ever receive.
  canary(where: string, ...readers: (Person | 'the PDF' | 'the bundle')[]): string {
    const word = this.chance.word();
    this.canaries.push({
      word,
      where,
      readers: new Set(readers.map((one) => (typeof one === 'string' ? one : one.role))),
    });
    return word;
  }

  async signIn(person: Person, next?: string): Promise<void> {
    const { page, t } = person;
    await page.goto(next ? `/sign-in?next=${encodeURIComponent(next)}` : '/sign-in');
    const form = page.getByRole('region', { name: t('sign-in-team-title') });
    await form.getByLabel(t('form-email')).fill(person.email);
    await form.getByLabel(t('form-password')).fill(this.passwords.get(person)!);
    await form.getByRole('button', { name: t('sign-in-go'), exact: true }).click();
    await page.waitForURL((url) => url.pathname !== '/sign-in');
  }

  async end(): Promise<void> {
    for (const person of this.everybody) await person.leave();
    await this.acordo.stop();
  }
}
