"""Translates template.yaml the way CloudFormation does, with the SAM translator that cfn-lint
brings along, and checks what only the translation shows.

    python3 build/template/translate.py target/template.json

Needs no AWS account: code addresses are made up, as `sam package` would fill them in.
"""

import json
import logging
import os
import pathlib
import re
import sys

os.environ.setdefault("AWS_DEFAULT_REGION", "us-east-1")

from samtranslator.translator.transform import transform  # noqa: E402
from samtranslator.yaml_helper import yaml_parse  # noqa: E402

# The translator warns about usage figures that it collects for itself.
logging.getLogger("samtranslator").setLevel(logging.ERROR)

ROOT = pathlib.Path(__file__).resolve().parents[2]
# What an owner who wants everything sets; the defaults leave the optional parts out.
EVERYTHING = {
    "JwtIssuer": "https://issuer.example.com",
    "JwtAudience": "tintype,tintype-admin",
    "JwtScopes": "images",
    "VariantsUri": "s3://settings.example/tintype/variants.yaml",
    "EventBusName": "pictures",
    "AlarmEmail": "ops@example.com",
    "AccessLogs": "true",
    "EnableSnapStart": "true",
    "SourceBuckets": "photos,legacy-*,shop/public",
    "SecretsManagerSecret": "picture-keys",
    "SecretsManagerKey": "keys",
    "CorsOrigin": "https://www.example.com",
    "RewriteMatchPattern": "/^.pictures.(.*)$/",
    "RewriteSubstitution": "/fit-in/600x600/$1",
    "FallbackImage": "s3://settings.example/missing.png",
    "RejectedPlaceholder": "s3://settings.example/refused.png",
    "Moderation": "reject",
    "FindFaces": "true",
    "DomainName": "img.example.com",
    "CertificateArn": "arn:aws:acm:us-east-1:123456789012:certificate/0a1b2c3d",
    "OriginShieldRegion": "eu-west-1",
    "TrustedKeyGroupIds": "0a1b2c3d-0000-4000-8000-000000000001,0a1b2c3d-0000-4000-8000-000000000002",
    "CdnAccessLogs": "true",
    "DeployDemoUI": "true",
    "Architecture": "arm64",
}


class NoManagedPolicies:
    """Roles are written out in the template, so the translator must not need one of AWS's."""

    def load(self):
        return {}


def translate(overrides=None):
    template = yaml_parse((ROOT / "template.yaml").read_text(encoding="utf-8"))
    for name, resource in template["Resources"].items():
        code = resource.get("Properties", {})
        if resource["Type"] == "AWS::Serverless::Function":
            code["CodeUri"] = {"Bucket": "artifacts", "Key": name + ".zip"}
        if resource["Type"] == "AWS::Serverless::LayerVersion":
            code["ContentUri"] = {"Bucket": "artifacts", "Key": name + ".zip"}
    values = {name: p.get("Default", "") for name, p in template["Parameters"].items()}
    return transform(template, values | (overrides or {}), NoManagedPolicies())


def of_type(template, kind):
    return {k: r["Properties"] for k, r in template["Resources"].items() if r["Type"] == kind}


def referred(value):
    """The logical id that a Ref names."""
    return value["Ref"]


def check(template):
    """Yields what is wrong with a translated template."""
    functions = of_type(template, "AWS::Lambda::Function")
    aliases = of_type(template, "AWS::Lambda::Alias")
    versions = of_type(template, "AWS::Lambda::Version")
    roles = of_type(template, "AWS::IAM::Role")

    if {referred(a["FunctionName"]) for a in aliases.values()} != set(functions):
        yield "Every function needs one alias"
    for name, alias in aliases.items():
        version = versions[alias["FunctionVersion"]["Fn::GetAtt"][0]]
        if version["FunctionName"] != alias["FunctionName"]:
            yield f"{name} points at a version of another function"
        if "Settings.VersionNumber" not in json.dumps(version["Description"]):
            yield f"{name} would keep running with old parameter values"

    callers = [
        (name, referred(p[key]))
        for kind, key in (
            ("AWS::Lambda::EventSourceMapping", "FunctionName"),
            ("AWS::Lambda::Permission", "FunctionName"),
            ("AWS::ApiGatewayV2::Integration", "IntegrationUri"),
        )
        for name, p in of_type(template, kind).items()
    ]
    if len(callers) != 5:
        yield f"Expected a queue, an API, and permissions for it and for CloudFront's two calls but found {callers}"
    for name, target in callers:
        if target not in aliases:
            yield f"{name} calls {target}, which is not an alias"
    yield from check_url(template, aliases)
    yield from check_edge(template)

    if len(roles) != len(functions):
        yield f"Expected a role for each function, all in the template, but found {sorted(roles)}"
    for name, role in roles.items():
        if role.get("ManagedPolicyArns"):
            yield f"{name} holds a managed policy, which is wider than it looks"

    for name, function in functions.items():
        if len(json.dumps(function["Environment"])) > 4096:
            yield f"{name}: environment above Lambda's 4 KB"


def check_url(template, aliases):
    """The function URL belongs to the alias, and only this stack's distribution may call it."""
    for name, url in of_type(template, "AWS::Lambda::Url").items():
        if url["AuthType"] != "AWS_IAM":
            yield f"{name} is open to everyone"
        if url["TargetFunctionArn"].get("Ref") not in aliases:
            yield f"{name} is not the alias's: {url}"
    allowed = [
        p
        for p in of_type(template, "AWS::Lambda::Permission").values()
        if p["Principal"] == "cloudfront.amazonaws.com"
    ]
    if {p["Action"] for p in allowed} != {"lambda:InvokeFunctionUrl", "lambda:InvokeFunction"}:
        yield f"CloudFront needs two permissions but has {allowed}"
    for p in allowed:
        if "${Distribution}" not in json.dumps(p.get("SourceArn")):
            yield f"Any distribution may call the function: {p}"


def check_edge(template):
    """What cfn-lint lets through and CloudFront doesn't, with the longest settings filled in."""
    for name, function in of_type(template, "AWS::CloudFront::Function").items():
        code, values = function["FunctionCode"]["Fn::Sub"]
        placeholders = set(re.findall(r"\$\{(\w+)\}", code))
        filled = re.sub(r"\$\{\w+\}", "x" * 63, code)
        if len(filled.encode()) > 10240:
            yield f"{name} has {len(filled.encode())} bytes, and CloudFront takes 10,240"
        known = set(values) | set(template["Parameters"]) | set(template["Resources"])
        if placeholders - known:
            yield f"{name}: nothing is filled in for {placeholders - known}"
    for name, distribution in of_type(template, "AWS::CloudFront::Distribution").items():
        config = distribution["DistributionConfig"]
        groups = {g["Id"]: g for g in config.get("OriginGroups", {}).get("Items", [])}
        for group in groups.values():
            codes = group["FailoverCriteria"]["StatusCodes"]
            if codes["Quantity"] != len(codes["Items"]) or group["Members"]["Quantity"] != 2:
                yield f"{name}: an origin group says another number than it lists"
            if set(codes["Items"]) & {500, 502, 503, 504}:
                yield f"{name}: the function would have to bear all load whenever S3 falters"
        for behavior in [config["DefaultCacheBehavior"], *config.get("CacheBehaviors", [])]:
            if behavior["TargetOriginId"] in groups and set(behavior["AllowedMethods"]) - {"GET", "HEAD"}:
                yield f"{name}: an origin group only takes GET and HEAD"


def main(target):
    plain, full = translate(), translate(EVERYTHING)
    problems = list(check(plain)) + list(check(full))
    for problem in problems:
        print(f"template.yaml: {problem}", file=sys.stderr)
    out = pathlib.Path(target)
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps(plain, indent=1), encoding="utf-8")
    print(f"{out}: {len(plain['Resources'])} resources, {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("Expected one argument, the file to write, for example target/template.json")
    sys.exit(main(sys.argv[1]))
