package rounds.platform.phi;

/// What kind of identifier something is, after the eighteen of HIPAA's Safe Harbor (45 CFR
/// 164.514(b)(2)), which Canada uses as a checklist.
public enum Kind {
    NAME,
    DATE,
    /// An age over 89, which few people reach.
    AGE,
    ADDRESS,
    POSTCODE,
    PHONE,
    EMAIL,
    URL,
    IP,
    HEALTH_CARD,
    /// The number of a chart, a file, a claim or a specimen.
    RECORD,
    /// SIN, SSN.
    SOCIAL_NUMBER,
    /// Of a bank account or a payment card.
    ACCOUNT,
    /// Of a person: to drive, to travel, to practise; or of a vehicle.
    LICENCE,
    /// The serial number of a device.
    DEVICE;

    /// As the command `phi` writes it.
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
