//! Access tokens: JWTs of ten minutes, Ed25519 and nothing else, whatever a header says.

use acordo_domain::id::UserId;
use acordo_domain::moment::Moment;
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation};
use serde::{Deserialize, Serialize};
use std::fmt;
use uuid::Uuid;

pub const ACCESS_SECONDS: i64 = 600;
const AUDIENCE: &str = "acordo";
const TOKEN_TYPE: &str = "at+jwt";
/// A token has about 400 bytes; anything longer than this is not decoded.
const TOKEN_BYTES_MAX: usize = 2_048;

/// The claims of an access token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Access {
    pub user: UserId,
    pub session: Uuid,
    /// The token is good until then; the session may end earlier.
    pub until: Moment,
}

#[derive(Debug, Serialize, Deserialize)]
struct Claims {
    iss: String,
    aud: String,
    sub: Uuid,
    sid: Uuid,
    iat: i64,
    exp: i64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TokenError {
    #[error("not a token of this installation")]
    Invalid,
    #[error("the token has expired")]
    Expired,
    #[error("the token could not be signed")]
    Unsigned,
}

/// Signs with the newest key and verifies with the newest two, so that a rotation signs nobody out.
pub struct Tokens {
    issuer: String,
    newest: String,
    signing: EncodingKey,
    believed: Vec<(String, DecodingKey)>,
}

impl fmt::Debug for Tokens {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Tokens({})", self.newest)
    }
}

impl Tokens {
    /// From key ids and seeds, the newest first. The first signs.
    pub fn new(issuer: &str, newest: (&str, &[u8; 32]), older: &[(&str, &[u8; 32])]) -> Self {
        let believed = std::iter::once(&newest)
            .chain(older)
            .take(2)
            .map(|(id, seed)| {
                let public = ed25519_dalek::SigningKey::from_bytes(seed).verifying_key();
                ((*id).to_owned(), DecodingKey::from_ed_der(public.as_bytes()))
            })
            .collect();
        Self {
            issuer: issuer.to_owned(),
            newest: newest.0.to_owned(),
            signing: EncodingKey::from_ed_der(&pkcs8(newest.1)),
            believed,
        }
    }

    pub fn sign(&self, user: UserId, session: Uuid, now: Moment) -> Result<String, TokenError> {
        let mut header = Header::new(Algorithm::EdDSA);
        header.kid = Some(self.newest.clone());
        header.typ = Some(TOKEN_TYPE.to_owned());
        let iat = now.millis().div_euclid(1_000);
        let claims = Claims {
            iss: self.issuer.clone(),
            aud: AUDIENCE.to_owned(),
            sub: user.0,
            sid: session,
            iat,
            exp: iat + ACCESS_SECONDS,
        };
        jsonwebtoken::encode(&header, &claims, &self.signing).map_err(|_| TokenError::Unsigned)
    }

    /// The caller passes the time, so that no test waits ten minutes.
    pub fn verify(&self, token: &str, now: Moment) -> Result<Access, TokenError> {
        if token.len() > TOKEN_BYTES_MAX {
            return Err(TokenError::Invalid);
        }
        let header = jsonwebtoken::decode_header(token).map_err(|_| TokenError::Invalid)?;
        if header.alg != Algorithm::EdDSA || header.typ.as_deref() != Some(TOKEN_TYPE) {
            return Err(TokenError::Invalid);
        }
        let kid = header.kid.ok_or(TokenError::Invalid)?;
        let (_, key) = self.believed.iter().find(|(id, _)| *id == kid).ok_or(TokenError::Invalid)?;
        let mut rules = Validation::new(Algorithm::EdDSA);
        rules.set_audience(&[AUDIENCE]);
        rules.set_issuer(&[&self.issuer]);
        rules.set_required_spec_claims(&["exp", "aud", "iss", "sub"]);
        rules.validate_exp = false;
        let claims = jsonwebtoken::decode::<Claims>(token, key, &rules).map_err(|_| TokenError::Invalid)?.claims;
        let until = Moment::from_millis(claims.exp.saturating_mul(1_000));
        if until <= now {
            return Err(TokenError::Expired);
        }
        Ok(Access { user: UserId(claims.sub), session: claims.sid, until })
    }
}

/// A PKCS#8 document around an Ed25519 seed (RFC 8410): fixed bytes, then the seed.
fn pkcs8(seed: &[u8; 32]) -> Vec<u8> {
    const BEFORE: [u8; 16] =
        [0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20];
    [BEFORE.as_slice(), seed].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use base64::Engine;
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;

    const A: [u8; 32] = [1; 32];
    const B: [u8; 32] = [2; 32];
    const C: [u8; 32] = [3; 32];

    fn now() -> Moment {
        "2026-11-21T18:00:00.000Z".parse().unwrap()
    }
    fn ids() -> (UserId, Uuid) {
        (UserId(Uuid::from_u128(7)), Uuid::from_u128(9))
    }
    fn token() -> (Tokens, String) {
        let tokens = Tokens::new("demo.example/log", ("a", &A), &[]);
        let token = tokens.sign(ids().0, ids().1, now()).unwrap();
        (tokens, token)
    }

    #[test]
    fn a_token_says_who_and_which_session_for_ten_minutes() {
        let (tokens, token) = token();
        let access = tokens.verify(&token, now()).unwrap();
        assert_eq!((access.user, access.session), ids());
        assert!(tokens.verify(&token, now().plus_millis(599_999)).is_ok());
        let late = tokens.verify(&token, now().plus_millis(600_000));
        assert_eq!(late, Err(TokenError::Expired));
    }

    #[test]
    fn after_a_rotation_the_former_key_is_believed_and_the_one_before_is_not() {
        let (_, token) = token();
        let rotated = Tokens::new("demo.example/log", ("b", &B), &[("a", &A)]);
        assert!(rotated.verify(&token, now()).is_ok());
        let twice = Tokens::new("demo.example/log", ("c", &C), &[("b", &B), ("a", &A)]);
        assert_eq!(twice.verify(&token, now()), Err(TokenError::Invalid));
    }

    #[test]
    fn another_key_issuer_algorithm_or_a_changed_claim_is_refused() {
        let (tokens, token) = token();
        let stranger = Tokens::new("demo.example/log", ("a", &B), &[]);
        assert_eq!(stranger.verify(&token, now()), Err(TokenError::Invalid));
        let elsewhere = Tokens::new("other.example/log", ("a", &A), &[]);
        assert_eq!(elsewhere.verify(&token, now()), Err(TokenError::Invalid));

        let pieces: Vec<&str> = token.split('.').collect();
        let payload = String::from_utf8(URL_SAFE_NO_PAD.decode(pieces[1]).unwrap()).unwrap();
        let payload = URL_SAFE_NO_PAD.encode(payload.replace("-000000000007", "-000000000008"));
        let forged = format!("{}.{payload}.{}", pieces[0], pieces[2]);
        assert_eq!(tokens.verify(&forged, now()), Err(TokenError::Invalid));
        for header in [
            r#"{"alg":"none","typ":"at+jwt","kid":"a"}"#,
            r#"{"alg":"HS256","typ":"at+jwt","kid":"a"}"#,
            r#"{"alg":"EdDSA","typ":"JWT","kid":"a"}"#,
            r#"{"alg":"EdDSA","typ":"at+jwt"}"#,
        ] {
            let header = URL_SAFE_NO_PAD.encode(header);
            for signature in [pieces[2], ""] {
                let forged = format!("{header}.{}.{signature}", pieces[1]);
                assert_eq!(tokens.verify(&forged, now()), Err(TokenError::Invalid));
            }
        }
        assert_eq!(tokens.verify(&"x".repeat(4_000), now()), Err(TokenError::Invalid));
    }
}
