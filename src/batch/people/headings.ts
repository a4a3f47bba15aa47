import { withoutUnseen } from '../../text/clean-text.ts'

/**
 * What columns of lists of people are called, by what they hold; Moodle's and Blackboard's also in
 * the languages of their interfaces.
 */
const NAMES = {
  name: `student; name; full name; student name; roster_identifier; sortable name; fullname; vollständiger name;
    nom complet; nombre completo; nome completo; nome e cognome; volledige naam; pełna nazwa;
    полное имя; 全名; 姓名; 氏名; الاسم الكامل; اسم الطالب; 學生; 學生姓名`,
  first:
    'first name; firstname; given name; vorname; prénom; nombre; nome; voornaam; imię; имя; 名',
  last: `last name; lastname; surname; family name; nachname; nom; nom de famille; apellido;
    apellido(s); apellidos; cognome; sobrenome; achternaam; nazwisko; фамилия; 姓`,
  identifier: `identifier; id-nummer des eintrags; identifikation; identificateur; identifiant;
    identificador; identificativo; identificatie; идентификатор; 标识符; 编号; 識別子; 識別碼;
    المُعرَّف; المعرف`,
  id: 'id; student id; sid; user id; student number; matriculation number; matrikelnummer; 学号',
  number: `sis user id; id number; id-nummer; numéro d'identification; número de id; número id;
    codice identificativo; id-nummer; идентификационный номер; 身份证号; 身份号码`,
  email: `email; email address; e-mail; e-mail-adresse; mail; adresse de courriel; courriel;
    dirección de correo; correo electrónico; dirección email; endereço de email; indirizzo email;
    e-mailadres; адрес электронной почты; 电子邮件地址; 电子邮件; 邮箱;
    عنوان البريد الإلكتروني; البريد الإلكتروني`,
  login: `sis login id; login; login id; username; user name; github; github username; github_username;
    benutzername; anmeldename; nom d'utilisateur; nombre de usuario; nome utente; 用户名`,
  section: 'section; sections; abschnitt; sektion; tutorial; tutorium; 班级',
  /** Of a classroom on GitHub: when the platform received it. */
  received: 'submission_timestamp; submission timestamp; datetime',
  group:
    'group; groups; group_name; team; gruppe; gruppen; groupe; grupo; gruppo; groep; группа; 小组; 组',
  status:
    'status; statut; estado; estatus; stato; статус; состояние; 状态; 狀態; ステータス; الحالة',
  grade: `grade; bewertung; note; calificación; nota; valutazione; voto; cijfer; beoordeling;
    оценка; ocena; 成绩; 分数; 評点; 成績; العلامة; الدرجة`,
  maximum: `maximum grade; bestwertung; beste bewertung; maximale bewertung; note maximale;
    calificación máxima; nota máxima; valutazione massima; maximumcijfer; максимальная оценка;
    最高分; 最高成绩; 最大评分`,
} as const

export type Heading = keyof typeof NAMES

const KNOWN = new Map<string, Heading>(
  Object.entries(NAMES).flatMap(([heading, names]) =>
    names.split(';').map((name) => [plain(name), heading as Heading] as const),
  ),
)

/** What a column holds, where its heading is known. */
export function headingOf(text: string): Heading | undefined {
  return KNOWN.get(plain(text))
}

function plain(text: string): string {
  return withoutUnseen(text).normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase()
}
