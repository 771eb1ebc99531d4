import { secrecyMarkOfPaper } from '../../domain/secrecy/secrecy-mark.ts';
import { readSpeech, type SpeechFile } from './read-speech.ts';

/** Kinds whose text can be read; of others only the name can be asked. */
const WITH_TEXT = /\.(?:docx|pdf|txt)$/i;

/** The secrecy mark that a paper bears inside. What cannot be read bears none that anybody could see. */
export async function markOfFile(file: SpeechFile): Promise<string | undefined> {
  if (!WITH_TEXT.test(file.name)) return undefined;
  try {
    return secrecyMarkOfPaper((await readSpeech(file)) ?? '');
  } catch {
    return undefined;
  }
}
