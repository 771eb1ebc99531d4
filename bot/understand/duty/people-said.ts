import { gated } from '../gated.ts';
import type { Heard } from '../heard.ts';
import { matchesOf } from '../matches.ts';
import type { Name } from '../people/find-names.ts';
import { looksLikePerson } from '../people/guess.ts';
import type { Span } from '../span.ts';

/** 老马, 小许, 刘哥: how colleagues are called. */
const FAMILIAR = /^(?:[老小][\u4e00-\u9fa5]|[\u4e00-\u9fa5](?:哥|姐|工|总|叔))$/;
/** Two characters that begin like a name and are none. */
const NO_NAME = gated(
  /^(?:别人|同事|何时|安排|时候|方便|谁能|明天|后天|周[一二三四五六日末]|双方|别的|应急|党政|单位|平安|全员|向上|和平|常务|于是|任何|连续|经过)$/,
);

/** A person somebody speaks of, in the roster or not; the spelling is theirs. */
export interface PersonSaid extends Span {
  readonly known: boolean;
}

/** The persons at the places where `pattern` captures a word, in order; the roster decides how far a name goes. */
export function personsAt(heard: Heard, pattern: RegExp): PersonSaid[] {
  const found: PersonSaid[] = [];
  for (const match of matchesOf(pattern, heard.text)) {
    const word = match[1] ?? match[2];
    if (word === undefined) continue;
    const from = match.index + match[0].indexOf(word);
    const person = personAt(heard, from, word);
    if (person && !found.some((other) => other.from === person.from)) found.push(person);
  }
  return found;
}

/** The persons that the roster knows or that carry a title, in order. */
export function personsNamed({ names }: Heard): PersonSaid[] {
  return names.filter(isPerson);
}

/** 带班领导 and 值班员 name a post. */
const POST = /^(?:党政|主要|分管|主管|带班|值班|值守|包|挂|联系|村|社区|驻村|第一|联络|一把|AB)/;

function isPerson({ kind, word }: Name): boolean {
  return kind === 'person' && !POST.test(word);
}

function personAt(heard: Heard, from: number, word: string): PersonSaid | undefined {
  const name = heard.names.find((candidate) => candidate.from <= from && candidate.to > from);
  if (name && !POST.test(name.word)) return name.kind === 'person' && name.from === from ? name : undefined;
  const isName = (looksLikePerson(word) || FAMILIAR.test(word)) && !NO_NAME.test(word);
  return isName ? { from, to: from + word.length, known: false } : undefined;
}
