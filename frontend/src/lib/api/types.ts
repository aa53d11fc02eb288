/** The words of the API under short names. The only file that knows where the types come from: the server. */
import type { components } from './schema';

type Schemas = components['schemas'];
/** The server sends every list, also an empty one; only a sender may leave it out. */
type Sent<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };

export type Language = Schemas['Language'];
export type Side = Schemas['Side'];
export type Seat = Schemas['Seat'];
export type Voice = Schemas['Voice'];
export type Capacity = Schemas['Capacity'];
export type Role = Schemas['Role'];
export type Phase = Schemas['Phase'];
export type Stage = Schemas['Stage'];
export type Trade = Schemas['Trade'];
export type Remedy = Schemas['Remedy'];
export type ObligationKind = Schemas['ObligationKind'];
export type DeclineGround = Schemas['DeclineGround'];
export type ImpasseGround = Schemas['ImpasseGround'];
export type AgreementRefuseGround = Schemas['AgreementRefuseGround'];
export type HandOverReason = Schemas['HandOverReason'];
export type HideGround = Schemas['HideGround'];
export type RefuseGround = Schemas['RefuseGround'];
export type Author = Schemas['Author'];
export type ProposalState = Schemas['ProposalState'];
export type ObligationState = Schemas['ObligationState'];
export type AgreementState = Schemas['AgreementState'];
export type MediatorState = Schemas['MediatorState'];
export type InvitationState = Schemas['InvitationState'];
export type SigningMethod = Schemas['SigningMethod'];
export type IdentityLevel = Schemas['IdentityLevel'];
export type TurnOf = Schemas['TurnOf'];
export type TurnFor = Schemas['TurnFor'];
export type DeadlineRule = Schemas['DeadlineRule'];
export type Queue = Schemas['Queue'];
export type EscalationGround = Schemas['EscalationGround'];
export type RemoveGround = Schemas['RemoveGround'];
export type ConsentScope = Schemas['ConsentScope'];
export type PaperKind = Schemas['PaperKind'];
export type ChangeKind = Schemas['ChangeKind'];
/** `joint`, `caucus:consumer`, `caucus:company/2`, … */
export type Channel = Schemas['Channel'];

export type Money = Schemas['Money'];
export type Due = Schemas['Due'];
export type Obligation = Schemas['Obligation'];
export type Terms = Sent<Schemas['Terms'], 'clauses'>;
export type Change = Schemas['Change'];
export type Turn = Schemas['Turn'];
export type DeadlineView = Schemas['DeadlineView'];
export type SeatView = Schemas['SeatView'];
export type InvitationView = Schemas['InvitationView'];
export type MediatorView = Schemas['MediatorView'];
export type ProposalView = Omit<Schemas['ProposalView'], 'terms'> & { terms: Terms };
export type IdeaView = Omit<Schemas['IdeaView'], 'terms'> & { terms: Terms };
export type DisclosureView = Schemas['DisclosureView'];
export type SummaryView = Schemas['SummaryView'];
export type SignerView = Schemas['SignerView'];
export type AgreementView = Omit<Schemas['AgreementView'], 'terms'> & { terms: Terms };
export type ObligationView = Schemas['ObligationView'];
export type PartyView = Schemas['PartyView'];
export type CaseView = Omit<Schemas['CaseView'], 'proposals' | 'ideas' | 'agreement'> & {
  proposals: ProposalView[];
  ideas: IdeaView[];
  agreement?: AgreementView | null;
};
export type EntryView = Schemas['EntryView'];
export type QuestionView = Schemas['QuestionView'];
export type ReleaseView = Schemas['ReleaseView'];
export type PaperView = Schemas['PaperView'];
export type ExtensionView = Schemas['ExtensionView'];
export type AwaitedView = Schemas['AwaitedView'];
export type Candidate = Schemas['Candidate'];
export type EntryRow = Schemas['EntryRow'];
export type EntryState = Schemas['EntryState'];
export type Priority = Schemas['Priority'];
export type ForwardGround = Schemas['ForwardGround'];
export type ClosingOutcome = Schemas['ClosingOutcome'];
export type CaseRow = Schemas['CaseRow'];
export type CaseList = Schemas['CasePage'];
export type Complaint = Schemas['Complaint'];
export type Evidence = Schemas['EvidencePart'];

/** The content of an event; `type` names the fact. */
export type Fact = Schemas['Fact'];
export type FactOf<T extends Fact['type']> = Extract<Fact, { type: T }>;
export type WireEvent = Schemas['EventFrame'];

/** What somebody asks for: docs/api.md, "Commands". */
export type Command = Schemas['Command'];
export type CommandName = Command['type'];

export type Problem = Omit<Schemas['Problem'], 'detail'> & { detail?: string | null };
export type Member = Schemas['MembershipView'];
export type User = Schemas['UserView'];
export type Session = Schemas['SessionView'];
export type Company = Schemas['CompanyItem'];
export type Commanded = Omit<Schemas['CommandDone'], 'case'> & { case: CaseView };
export type Filing = Schemas['ComplaintForm'];
export type Filed = Schemas['Filed'];
export type LinkView = Schemas['LinkView'];
export type Redeemed = Schemas['Redeemed'];
export type Challenge = Schemas['ChallengeSent'];
export type RulesVersions = Schemas['RulesVersions'];
export type Demo = Schemas['DemoView'];
export type DemoPerson = Schemas['DemoPerson'];
export type DemoCase = Schemas['DemoCase'];
export type DemoClock = Schemas['DemoClock'];
export type DemoFiled = Schemas['DemoFiled'];
export type QueueItem = Schemas['QueueItem'];
export type QueueList = Schemas['QueueList'];
export type QueueEntries = Schemas['QueueEntries'];
