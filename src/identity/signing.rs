//! Signing codes: six digits by mail, ten minutes, five tries, once, for one document.

use crate::identity::secret::{code_hash, fresh_code};
use crate::identity::session::{AuthError, Identity, SignedIn};
use crate::store::StoreError;
use crate::store::accounts::{Challenge, ChallengeAnswer, NewChallenge, ProofAnswer};
use acordo_domain::case::decide::SigningProof;
use acordo_domain::case::event::SigningMethod;
use acordo_domain::id::{CaseId, ChallengeId, UserId};
use std::fmt;

pub const CODE_MINUTES: i64 = 10;
/// Codes that one person may ask for in one case within an hour.
const CODES_PER_HOUR: u64 = 10;
const HOUR_MILLIS: i64 = 3_600_000;

/// Why a code is refused, or not sent.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CodeError {
    #[error("the code does not match")]
    Wrong { attempts_left: u32 },
    /// Expired, used, for another document or person, or tried too often.
    #[error("the code does not work any more")]
    Void,
    #[error("too many codes asked for")]
    TooMany,
    #[error(transparent)]
    Other(#[from] AuthError),
}

impl From<crate::store::StoreError> for CodeError {
    fn from(error: crate::store::StoreError) -> Self {
        Self::Other(error.into())
    }
}

/// A code to be mailed. It exists only here and in that mail.
pub struct Issued {
    pub challenge: Challenge,
    pub code: String,
}

impl fmt::Debug for Issued {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Issued({})", self.challenge.id)
    }
}

impl Identity {
    /// A fresh code for one version of one document.
    pub async fn issue_code(
        &self,
        who: &SignedIn,
        case_id: CaseId,
        version: u32,
        document_hash: &str,
    ) -> Result<Issued, CodeError> {
        let accounts = self.store().accounts();
        let now = self.store().now();
        let since = now.plus_millis(-HOUR_MILLIS);
        let asked = accounts.challenges_since(case_id, who.user.id, since).await?;
        if asked >= CODES_PER_HOUR {
            return Err(CodeError::TooMany);
        }
        let code = fresh_code();
        let challenge = accounts
            .add_challenge(&NewChallenge {
                case: case_id,
                user: who.user.id,
                version,
                document_hash: document_hash.to_owned(),
                method: SigningMethod::EmailCode,
                code_hash: self.hash(case_id, who.user.id, document_hash, &code),
                expires_at: now.plus_millis(CODE_MINUTES * 60_000),
            })
            .await?;
        Ok(Issued { challenge, code })
    }

    /// Checks what the signer typed. The code is used up together with the signature.
    pub async fn check_code(
        &self,
        who: &SignedIn,
        case_id: CaseId,
        challenge: ChallengeId,
        document_hash: &str,
        response: &str,
    ) -> Result<SigningProof, CodeError> {
        let response: String = response.chars().filter(|c| !c.is_whitespace()).take(16).collect();
        let hash = self.hash(case_id, who.user.id, document_hash, &response);
        let accounts = self.store().accounts();
        let answer = accounts.answer_challenge(case_id, challenge, who.user.id, document_hash, hash).await?;
        match answer {
            ChallengeAnswer::Right(method) => Ok(SigningProof { challenge, method, identity_level: who.level }),
            ChallengeAnswer::Wrong { attempts_left } => Err(CodeError::Wrong { attempts_left }),
            ChallengeAnswer::Void => Err(CodeError::Void),
        }
    }

    /// What is kept of a company's knowledge of the consumer whom it invites.
    pub fn proof_hash(&self, case_id: CaseId, user: UserId, answer: &str) -> [u8; 32] {
        self.hash(case_id, user, "invitation", answer)
    }

    /// Compares what an invited consumer gave with what the company knows. Tries are few.
    pub async fn check_proof(&self, who: &SignedIn, case_id: CaseId, answer: &str) -> Result<ProofAnswer, StoreError> {
        let hash = self.proof_hash(case_id, who.user.id, answer);
        self.store().accounts().answer_proof(case_id, who.user.id, hash).await
    }

    fn hash(&self, case_id: CaseId, user: UserId, document_hash: &str, code: &str) -> [u8; 32] {
        let bound =
            [self.pepper().as_slice(), case_id.0.as_bytes(), user.0.as_bytes(), document_hash.as_bytes()].concat();
        code_hash(&bound, code)
    }
}
