import { Puppet } from 'wechaty-puppet';
import { LocalPuppet } from './local/puppet.ts';

/** Which puppet, by its package name or `local`, and what its constructor gets. */
export interface PuppetChoice {
  readonly name: string;
  readonly options: Readonly<Record<string, unknown>>;
}

/** How a puppet behaves where puppets differ. */
export interface PuppetTraits {
  /** Watches how fast it is spoken to. */
  readonly paced: boolean;
  /** How long messages are held to be put in order. */
  readonly holdMs: number;
  /** A file and a text can come as one message. */
  readonly captions: boolean;
  /** Reconnects without being stopped and started. */
  readonly heals: boolean;
}

export const LOCAL_PUPPET = 'local';

export function traitsOf(name: string): PuppetTraits {
  if (name === LOCAL_PUPPET) {
    return { paced: false, holdMs: 0, captions: true, heals: true };
  }
  return { paced: true, holdMs: 300, captions: false, heals: false };
}

/** A fresh puppet. Throws with a sentence that says what to do when the package is missing or holds no puppet. */
export async function makePuppet({ name, options }: PuppetChoice): Promise<Puppet> {
  if (name === LOCAL_PUPPET) {
    if (typeof options.url !== 'string') throw new Error('the local puppet needs the address of the local chat (url)');
    return new LocalPuppet({ ...options, url: options.url });
  }
  const PuppetClass = await loadPuppetClass(name);
  return new PuppetClass({ ...options });
}

type PuppetClass = new (options: Record<string, unknown>) => Puppet;

async function loadPuppetClass(name: string): Promise<PuppetClass> {
  const module = (await import(name).catch((error: Error) => {
    throw new Error(`the puppet "${name}" cannot be loaded; install it with "npm install ${name}" (${error.message})`);
  })) as Record<string, unknown>;
  const nested = (module.default ?? {}) as Record<string, unknown>;
  const found = [module.default, ...Object.values(module), ...Object.values(nested)].find(isPuppetClass);
  if (!found) throw new Error(`the package "${name}" exports no Wechaty puppet`);
  return found;
}

function isPuppetClass(value: unknown): value is PuppetClass {
  if (typeof value !== 'function') return false;
  const prototype = value.prototype as Partial<Puppet> | undefined;
  return (
    prototype instanceof Puppet || (value.name.startsWith('Puppet') && typeof prototype?.messageSendText === 'function')
  );
}
