/** The contract's types, under the app's words for them. */
export type {
  Activation,
  Company,
  Confirmation,
  Import,
  ImportState,
  Line as Customer,
  Locale,
  Me as User,
  PortalAccess,
  ProblemDocument,
  RowView as ImportRow,
  Session as SignIn,
  Upload as PresignedUpload,
  Verdict,
  WrongField as FieldError,
} from './generated';
