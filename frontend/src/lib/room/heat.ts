/**
 * Finds phrases that may make the reader defend instead of mend: insults, threats, shouting, and
 * for professionals also evasive phrases. It runs on the device; nothing is stored or reported.
 */

import { keep, kept } from '$lib/kept';
import { fold } from '$lib/messages/fold';

export type HeatKind = 'insult' | 'threat' | 'shouting' | 'danger' | 'evasive';

export interface Heat {
  from: number;
  to: number;
  kind: HeatKind;
}

type Patterns = Record<Exclude<HeatKind, 'shouting'>, readonly string[]>;

/**
 * Each entry is a regular expression matched between word edges on text without accents.
 * `danger` is violence or self-harm: the sheet then shows where to find help.
 */
const LISTS: Record<string, Patterns> = {
  'pt-BR': {
    insult: [
      '(?:voces?|vcs?|essa empresa|isso)\\s+(?:sao|e|eh)\\s+(?:uns?\\s+|umas?\\s+|um bando de\\s+)?(?:ladr(?:ao|oes|a)|bandidos?|golpistas?|safad[oa]s?|vagabund[oa]s?|mentiros[oa]s?|idiotas?|imbecis|imbecil|burr[oa]s?|incompetentes?|palhac[oa]s?|canalhas?|picaretas?|lixo|merda)',
      'bando de \\p{L}+',
      'ladr(?:ao|oes)|golpistas?|safad[oa]s?|vagabund[oa]s?|idiotas?|imbecil|imbecis|canalhas?|picaretas?|palhac[oa]s?|pilantras?|estelionatari[oa]s?',
      'merda|porra|caralho|filh[oa]s? da puta|vai(?:-| )se foder|vao se foder|foda-se|cuz(?:ao|oes)|arrombad[oa]s?',
      'cala(?:r)? a boca',
      '(?:e|eh|sao) (?:uma? )?(?:vergonha|lixo|palhacada)',
    ],
    threat: [
      '(?:vou|vamos) (?:acabar|destruir|ferrar|quebrar)(?: com)? (?:voces?|vcs?|essa empresa|a empresa|com voces?)',
      '(?:voces?|vcs?) (?:vao|vai) (?:se arrepender|pagar caro|ver so)',
      '(?:vou|vamos) (?:expor|espalhar|jogar) (?:voces?|vcs?|isso|tudo) (?:na|nas|pra|em) (?:internet|redes?(?: sociais?)?|midia|todo)',
      'isso nao vai ficar assim',
    ],
    danger: [
      '(?:vou|quero|vontade de|pensei em|pensando em) (?:te |me |lhe )?matar(?: voces?|-me)?',
      '(?:vou|quero) (?:morrer|sumir do mundo|tirar (?:a )?minha vida)',
      'nao (?:quero|aguento) mais viver',
      '(?:vou|vamos) (?:bater|dar um tiro|atirar|explodir|botar fogo|te pegar|pegar voce)(?: \\p{L}+)?',
      'suicid\\p{L}+',
    ],
    evasive: [
      'lament(?:o|amos) o ocorrido',
      '(?:seu|o) caso (?:esta|encontra-se) em analise',
      'conforme (?:nossa|a) politica(?: da empresa| interna)?',
      'nao (?:podemos|posso) fazer nada',
      'nao e (?:responsabilidade|culpa) (?:nossa|minha|da empresa)',
      'agradecemos (?:a sua |sua |a )?compreensao',
      'voce deveria ter',
      'como ja (?:informado|foi informado|dito)',
      'prezad[oa](?: cliente| consumidor[ae]?)',
      'procedimento padrao',
      'infelizmente',
    ],
  },
  es: {
    insult: [
      '(?:ustedes|uds|usted|esta empresa|eso|vosotros) (?:son|es|sois) (?:un[oa]s? |una manada de |una banda de )?(?:ladr(?:on|ones|ona)|estafador(?:es|a)?|mentiros[oa]s?|idiotas?|imbeciles?|inutil(?:es)?|incompetentes?|payas[oa]s?|sinverguenzas?|basura|mierda)',
      '(?:banda|manada|bola|partida) de \\p{L}+',
      'ladrones|ladron|estafador(?:es|a)?|idiotas?|imbeciles?|sinverguenzas?|payasos?|canallas?|chantas?|rateros?',
      'mierda|carajo|hij[oa]s? de puta|put[oa]s?|cabron(?:es)?|pendej[oa]s?|boludos?|pelotudos?|gilipollas|vayanse al (?:diablo|carajo)',
      'callese|callate',
      '(?:es|son) una (?:verguenza|basura|porqueria)',
    ],
    threat: [
      '(?:voy|vamos) a (?:acabar|destruir|hundir|arruinar)(?:los|las| con ustedes| a ustedes| a esta empresa| con esta empresa)?',
      '(?:se|te) (?:van|vas|va) a arrepentir',
      '(?:me )?las? van a pagar',
      '(?:voy|vamos) a (?:exponer|publicar|difundir)(?:los|lo|las)? (?:todo )?en (?:internet|las redes|redes|los medios)',
      'esto no se va a quedar asi|esto no queda asi',
    ],
    danger: [
      '(?:voy a|quiero|ganas de|pense en|pensando en) matar(?:los|las|lo|la|te|me|se)?',
      '(?:voy a|quiero) (?:morir(?:me)?|quitarme la vida)',
      'no quiero (?:seguir viviendo|vivir mas)|no quiero vivir',
      '(?:voy|vamos) a (?:golpear|pegar|disparar|quemar)(?:los|las|lo|la|te|le|les)?',
      'suicid\\p{L}+',
    ],
    evasive: [
      'lament(?:o|amos) lo (?:ocurrido|sucedido)',
      'su caso (?:esta|se encuentra) en (?:analisis|revision|tramite)',
      '(?:segun|conforme a) (?:nuestra|la) politica(?: de la empresa| interna)?',
      'no podemos hacer nada|no puedo hacer nada',
      'no es (?:nuestra )?(?:responsabilidad|culpa)(?: nuestra)?',
      'agradecemos su comprension',
      'usted (?:debio|deberia haber)',
      'como ya (?:se )?(?:le )?(?:informamos|informo|dijimos)',
      'estimad[oa] client[ea]',
      'procedimiento estandar',
      'lamentablemente',
    ],
  },
  en: {
    insult: [
      "(?:you|you guys|this company|they)(?:'re| are| is) (?:all )?(?:a (?:bunch|pack|gang) of )?(?:thie(?:f|ves)|crooks?|scammers?|liars?|idiots?|morons?|useless|incompetent|clowns?|crap|garbage|trash|stupid)",
      '(?:bunch|pack|gang) of \\p{L}+',
      'thieves|crooks?|scammers?|liars?|idiots?|morons?|bastards?|scumbags?|conmen|con artists?',
      'bullshit|shit(?:ty)?|fuck(?:ing|ers?| you| off)?|assholes?|screw you',
      'shut up',
      '(?:you are|this is|what) a (?:disgrace|joke)',
    ],
    threat: [
      "(?:i will|i'll|we will|we'll|i am going to|i'm going to) (?:destroy|ruin|finish|bury|crush) (?:you|this company|your company)",
      "you(?:'ll| will| are going to) (?:regret|pay for) (?:this|it)",
      "(?:i will|i'll|we will|we'll|i am going to|i'm going to) (?:expose|post|put) (?:you|this|everything|it)(?: all)? (?:on|online|all over)(?: \\p{L}+)?",
      "this (?:is not|isn't) over",
    ],
    danger: [
      "(?:i will|i'll|i want to|going to|feel like|thinking (?:of|about)) kill(?:ing)?(?: you| myself| them)?",
      '(?:i )?want to die|end my life|take my own life',
      "(?:i )?(?:do not|don't) want to live(?: any ?more)?",
      "(?:i will|i'll|going to) (?:hit|beat|shoot|burn|hurt) (?:you|them|him|her|myself)(?: up)?",
      'suicid\\p{L}+',
    ],
    evasive: [
      "(?:we are |we're |i am |i'm )?sorry for (?:any|the) inconvenience",
      'your case is (?:under review|being (?:reviewed|analy[sz]ed))',
      '(?:as per|according to|per) (?:our|company) policy',
      "(?:there is|there's) nothing (?:we|i) can do",
      "(?:it is |it's |that is |that's )?not our (?:responsibility|fault|problem)",
      'thank you for your (?:understanding|patience)',
      'you should have',
      'as (?:already|previously) (?:stated|mentioned|informed|explained)',
      'dear (?:customer|client|valued customer)',
      'standard procedure',
      'unfortunately',
    ],
  },
};

/** Lower case without accents, letter for letter, so that places stay the same. */
function plain(text: string): string {
  let out = '';
  for (const unit of text) {
    const bare = fold(unit);
    out += bare.length === unit.length ? bare : unit.length === 1 ? (bare[0] ?? unit) : unit;
  }
  return out.replace(/[’‘]/g, "'");
}

function shouting(text: string): Heat[] {
  const found: Heat[] = [];
  const caps = /\p{Lu}{2,}(?:[^\p{L}\n]+(?:\p{Lu}{2,}|[AEOYÉ])(?!\p{Ll}))+/gu;
  for (const match of text.matchAll(caps)) {
    const letters = match[0].replace(/[^\p{Lu}]/gu, '').length;
    const words = match[0].match(/\p{Lu}{2,}/gu)?.length ?? 0;
    if (letters >= 12 && words >= 3)
      found.push({ from: match.index, to: match.index + match[0].length, kind: 'shouting' });
  }
  return found;
}

const compiled = new Map<string, [Exclude<HeatKind, 'shouting'>, RegExp][]>();

function patterns(language: string): [Exclude<HeatKind, 'shouting'>, RegExp][] {
  const known = compiled.get(language);
  if (known) return known;
  const list = LISTS[language] ?? LISTS.en;
  const made = (Object.entries(list ?? {}) as [Exclude<HeatKind, 'shouting'>, readonly string[]][]).map(
    ([kind, sources]): [Exclude<HeatKind, 'shouting'>, RegExp] => [
      kind,
      new RegExp(`(?<![\\p{L}\\p{N}])(?:${sources.join('|')})(?![\\p{L}\\p{N}])`, 'gu'),
    ],
  );
  compiled.set(language, made);
  return made;
}

/** Marked phrases in their order, none overlapping. `professional` adds the evasive ones. */
export function heated(text: string, language: string, professional = false): Heat[] {
  const bare = plain(text);
  const found = shouting(text);
  for (const [kind, pattern] of patterns(language)) {
    if (kind === 'evasive' && !professional) continue;
    for (const match of bare.matchAll(pattern)) {
      found.push({ from: match.index, to: match.index + match[0].length, kind });
    }
  }
  const rank: Record<HeatKind, number> = { danger: 0, threat: 1, insult: 2, shouting: 3, evasive: 4 };
  found.sort((a, b) => a.from - b.from || rank[a.kind] - rank[b.kind] || b.to - a.to);
  const out: Heat[] = [];
  for (const heat of found) {
    const last = out.at(-1);
    if (last && heat.from < last.to) {
      last.to = Math.max(last.to, heat.to);
      if (rank[heat.kind] < rank[last.kind]) last.kind = heat.kind;
    } else out.push({ ...heat });
  }
  return out;
}

const MAY_SWITCH_OFF_AFTER = 3;
const SHOWN = 'acordo.pause-shown';
const OFF = 'acordo.pause-off';

export const pauseIsOn = (): boolean => kept(OFF) !== '1';

/** Counts that the sheet was shown; true once the person may switch it off for good. */
export function pauseShown(): boolean {
  const count = Number(kept(SHOWN) ?? '0') + 1;
  keep(SHOWN, String(count));
  return count > MAY_SWITCH_OFF_AFTER;
}

export function switchPauseOff(): void {
  keep(OFF, '1');
}
