import manifest from '../package.json' with { type: 'json' }

/** Of this package; part of every report and every cache key. */
export const version: string = manifest.version
