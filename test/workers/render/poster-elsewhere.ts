import { createHash } from 'node:crypto';
import { GlobalFonts } from '@napi-rs/canvas';
import { posterPicture } from '../../../workers/render/year-poster-draw.ts';
import { SMALL_POSTER } from './small-poster.ts';

/** Draws the poster in a process of its own; prints which fonts the machine offered and the SHA-256 of the picture. */
const offered = GlobalFonts.families.length;
const bytes = await posterPicture(SMALL_POSTER);
process.stdout.write(JSON.stringify({ offered, sha256: createHash('sha256').update(bytes).digest('hex') }));
