/** What the body of a compiled `reference.ts` calls the kit: a name that no author takes. */
export const KIT_PARAMETER = '$mlpCheckReference'
