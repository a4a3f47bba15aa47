/** The version of TensorFlow.js that is bundled: known without loading it, held by a test. */
export const EMBEDDED_VERSION = '4.22.0'
