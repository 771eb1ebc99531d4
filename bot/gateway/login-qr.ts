import { toDataURL, toString as toText } from 'qrcode';

/** The login code as half-block characters for a terminal. Made on this machine: the code is a key to the account. */
export function loginCodeForTerminal(code: string): Promise<string> {
  return toText(code, { type: 'terminal', small: true, errorCorrectionLevel: 'L' });
}

/** The login code as a PNG in a data URL, for the console. Made on this machine. */
export function loginCodeAsPng(code: string): Promise<string> {
  return toDataURL(code, { type: 'image/png', margin: 2, width: 280, errorCorrectionLevel: 'M' });
}
