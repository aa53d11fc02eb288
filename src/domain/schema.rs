//! OpenAPI schemas of types that travel as text.

macro_rules! text_schema {
    ($type:ty, $pattern:expr, $example:expr) => {
        impl utoipa::PartialSchema for $type {
            fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
                utoipa::openapi::ObjectBuilder::new()
                    .schema_type(utoipa::openapi::schema::Type::String)
                    .pattern(Some($pattern))
                    .examples([serde_json::Value::from($example)])
                    .into()
            }
        }
        impl utoipa::ToSchema for $type {}
    };
}

text_schema!(
    crate::seat::Channel,
    "^(procedure|joint|(caucus|sealed|challenge):(consumer|company)(/[1-9][0-9]*)?|internal:company|notes:mediator(/[1-9][0-9]*)?|(review|desk):[1-9][0-9]*)$",
    "caucus:consumer"
);
text_schema!(crate::id::Reference, "^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$", "K7Q2-9XMD");
text_schema!(crate::law::PackId, "^(br|uk|eu)/[1-9][0-9]*$", "br/1");
text_schema!(crate::money::Currency, "^[A-Z]{3}$", "BRL");
