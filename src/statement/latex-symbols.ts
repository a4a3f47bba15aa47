/** What a command of LaTeX without arguments looks like. */
export const SYMBOLS: ReadonlyMap<string, string> = new Map(
  pairs(`
    alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι
    kappa κ lambda λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ
    upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω
    Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω
    cdot · times × div ÷ pm ± mp ∓ ast ∗ star ⋆ circ ∘ bullet • oplus ⊕ otimes ⊗ odot ⊙ setminus ∖
    le ≤ leq ≤ leqslant ≤ ge ≥ geq ≥ geqslant ≥ ne ≠ neq ≠ approx ≈ equiv ≡ sim ∼ simeq ≃ cong ≅
    propto ∝ ll ≪ gg ≫ lt < gt > in ∈ ni ∋ notin ∉ subset ⊂ subseteq ⊆ supset ⊃ supseteq ⊇ mid ∣
    cup ∪ cap ∩ emptyset ∅ varnothing ∅ forall ∀ exists ∃ neg ¬ lnot ¬ land ∧ wedge ∧ lor ∨ vee ∨
    to → rightarrow → gets ← leftarrow ← leftrightarrow ↔ mapsto ↦ longrightarrow ⟶ uparrow ↑
    downarrow ↓ Rightarrow ⇒ implies ⇒ Leftarrow ⇐ Leftrightarrow ⇔ iff ⇔
    infty ∞ partial ∂ nabla ∇ sum ∑ prod ∏ int ∫ oint ∮ top ⊤ bot ⊥ perp ⊥ parallel ∥ angle ∠
    ldots … dots … cdots ⋯ vdots ⋮ ddots ⋱ prime ′ ell ℓ hbar ℏ Re ℜ Im ℑ aleph ℵ degree °
    langle ⟨ rangle ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ vert | Vert ‖ lvert | rvert | lVert ‖
    rVert ‖ lbrace { rbrace } lbrack [ rbrack ] backslash ∖ colon : square □ triangle △ dagger †
  `),
)

/** Names that stand upright and apart from their neighbours. */
export const FUNCTIONS: ReadonlySet<string> = new Set(
  `arccos arcsin arctan arg cos cosh cot coth csc deg det dim exp gcd hom inf ker lg lim liminf
  limsup ln log max min Pr sec sin sinh sup tan tanh argmax argmin softmax`.split(/\s+/),
)

/** Spaces of all widths, and signs that stand for themselves. */
export const SIGNS: ReadonlyMap<string, string> = new Map([
  ...[',', ':', ';', ' ', '>', 'quad', 'qquad', 'enspace', 'thinspace'].map(
    (name) => [name, ' '] as const,
  ),
  ...['!', '/', 'displaystyle', 'textstyle', 'limits', 'nolimits', 'nonumber'].map(
    (name) => [name, ''] as const,
  ),
  ...['left', 'right', 'middle', 'big', 'Big', 'bigg', 'Bigg', 'bigl', 'bigr', 'Bigl', 'Bigr'].map(
    (name) => [name, ''] as const,
  ),
  ...['{', '}', '%', '$', '#', '&', '_'].map((name) => [name, name] as const),
  ['|', '‖'],
])

/** Commands whose argument is shown as it is: letters of another cut are letters. */
export const FONTS: ReadonlySet<string> = new Set(
  `mathrm mathbf mathit mathsf mathtt mathcal mathscr mathfrak boldsymbol bm pmb operatorname
  underbrace overbrace boxed`.split(/\s+/),
)

/** Text in words, with its spaces. */
export const TEXTS: ReadonlySet<string> = new Set(['text', 'textrm', 'textbf', 'textit', 'mbox'])

/** Marks that stand on the character before them. */
export const ACCENTS: ReadonlyMap<string, string> = new Map([
  ...[['hat', 'widehat'], ['tilde', 'widetilde'], ['bar', 'overline'], ['vec'], ['dot'], ['ddot']]
    .map(
      (names, index) =>
        [names, ['\u0302', '\u0303', '\u0304', '\u20d7', '\u0307', '\u0308'][index]] as const,
    )
    .flatMap(([names, mark]) => names.map((name) => [name, mark ?? ''] as const)),
  ['underline', '\u0332'],
])

const SUPERSCRIPTS = pairs(`
  0 ⁰ 1 ¹ 2 ² 3 ³ 4 ⁴ 5 ⁵ 6 ⁶ 7 ⁷ 8 ⁸ 9 ⁹ + ⁺ - ⁻ = ⁼ ( ⁽ ) ⁾ ′ ′ ∗ * ⊤ ᵀ × ˣ a ᵃ b ᵇ c ᶜ d ᵈ e ᵉ f ᶠ
  g ᵍ h ʰ i ⁱ j ʲ k ᵏ l ˡ m ᵐ n ⁿ o ᵒ p ᵖ r ʳ s ˢ t ᵗ u ᵘ v ᵛ w ʷ x ˣ y ʸ z ᶻ T ᵀ α ᵅ β ᵝ γ ᵞ δ ᵟ
`)
const SUBSCRIPTS = pairs(`
  0 ₀ 1 ₁ 2 ₂ 3 ₃ 4 ₄ 5 ₅ 6 ₆ 7 ₇ 8 ₈ 9 ₉ + ₊ - ₋ = ₌ ( ₍ ) ₎ a ₐ e ₑ h ₕ i ᵢ j ⱼ k ₖ l ₗ m ₘ n ₙ
  o ₒ p ₚ r ᵣ s ₛ t ₜ u ᵤ v ᵥ x ₓ β ᵦ γ ᵧ ρ ᵨ φ ᵩ χ ᵪ
`)

/** Raised and lowered characters: Unicode has some of them. */
export const SCRIPTS: {
  readonly '^': ReadonlyMap<string, string>
  readonly _: ReadonlyMap<string, string>
} = {
  '^': new Map(SUPERSCRIPTS),
  _: new Map(SUBSCRIPTS),
}

/** A letter of the sets of numbers, such as ℝ. */
export function doubleStruck(letter: string): string {
  const early = 'CℂHℍNℕPℙQℚRℝZℤ'
  const at = early.indexOf(letter)
  if (at >= 0 && at % 2 === 0) return early[at + 1] ?? letter
  if (/^[A-Z]$/.test(letter)) return String.fromCodePoint(0x1d538 + letter.charCodeAt(0) - 65)
  return letter === '1' ? '𝟙' : letter
}

function pairs(text: string): [string, string][] {
  const words = text.trim().split(/\s+/)
  return Array.from({ length: words.length / 2 }, (_, index) => [
    words[2 * index] ?? '',
    words[2 * index + 1] ?? '',
  ])
}
